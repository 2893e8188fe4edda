# Roles with their passwords, then the schema and the catalogue.

readonly TOOLS=/opt/sbw_shop

prepare_shop() {
  settle_folder "$HERE/shop" "$TOOLS"
  local admin_password app_password
  admin_password=$(percent_encoded_password shop_admin)
  app_password=$(percent_encoded_password shop_app)
  as_postgres create.cjs <<<"shop_admin=$admin_password"$'\n'"shop_app=$app_password" ||
    fail 'the roles and the database cannot be made'
  WEB_DB_ADMIN_URL="postgres://shop_admin:$admin_password@127.0.0.1:5432/clickstream_web" \
    as_postgres migrate.cjs --catalogue || fail 'the schema cannot be brought up to date'
}
