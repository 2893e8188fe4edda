# Roles with their passwords, then the schema. Passwords travel through pipes and private environments: never on a
# command line, in a file that others read, or in a log.

readonly WAREHOUSE_TOOLS=/opt/sbw_warehouse
readonly ROLES=(dw_admin etl_writer shiny_ro)

prepare_warehouse() {
  settle_folder "$HERE/warehouse" "$WAREHOUSE_TOOLS"
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

# Debian's Node is 20, for which the SDK announces the end of its support with every call.
percent_encoded_password() {
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED=true AWS_REGION=$REGION \
    node "$WAREHOUSE_TOOLS/read-parameter.cjs" --percent-encoded "$PARAMETERS/$1" ||
    fail "the password $PARAMETERS/$1 cannot be read"
}

# as_postgres SCRIPT: runs it with Node under the account that PostgreSQL takes for its superuser on the local socket. A
# statement that sets a password must not reach PostgreSQL's log, even when it fails or is slow.
as_postgres() {
  local unlogged='-c%20log_min_error_statement%3Dpanic%20-c%20log_min_duration_statement%3D-1'
  DW_SUPERUSER_URL="postgres://postgres@%2Fvar%2Frun%2Fpostgresql/postgres?options=$unlogged" \
    runuser --user postgres -- node "$WAREHOUSE_TOOLS/$1"
}
