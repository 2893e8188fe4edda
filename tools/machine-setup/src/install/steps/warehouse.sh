# Roles with their passwords, then the schema.

readonly TOOLS=/opt/sbw_warehouse
readonly ROLES=(dw_admin etl_writer shiny_ro shiny_done shiny_saved)

prepare_warehouse() {
  settle_folder "$HERE/warehouse" "$TOOLS"
  local role password passwords='' admin_password=''
  for role in "${ROLES[@]}"; do
    password=$(percent_encoded_password "$role")
    passwords+="$role=$password"$'\n'
    [[ $role != dw_admin ]] || admin_password=$password
  done
  as_postgres create.cjs <<<"$passwords" || fail 'the roles and the database cannot be made'
  DW_ADMIN_URL="postgres://dw_admin:$admin_password@127.0.0.1:5432/clickstream_dw" as_postgres migrate.cjs ||
    fail 'the schema cannot be brought up to date'
}
