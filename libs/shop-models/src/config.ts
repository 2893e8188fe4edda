/**
 * The postgres:// address that migrations run at, from `WEB_DB_ADMIN_URL`.
 *
 * @throws Error that names the variable when it is not set
 */
export function adminUrl(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const url = env['WEB_DB_ADMIN_URL'];
  if (!url)
    throw new Error('Set WEB_DB_ADMIN_URL to the address of clickstream_web with the role shop_admin.');
  return url;
}

/**
 * The postgres:// address at which roles and databases are made, from `WEB_DB_SUPERUSER_URL`.
 *
 * @throws Error that names the variable when it is not set
 */
export function superuserUrl(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const url = env['WEB_DB_SUPERUSER_URL'];
  if (!url) throw new Error('Set WEB_DB_SUPERUSER_URL to the address of the server as its superuser.');
  return url;
}
