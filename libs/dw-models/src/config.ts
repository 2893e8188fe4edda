/**
 * The postgres:// address that migrations run at, from `DW_ADMIN_URL`.
 *
 * @throws Error that names the variable when it is not set
 */
export function adminUrl(env: NodeJS.ProcessEnv = process.env): string {
  const url = env['DW_ADMIN_URL'];
  if (!url)
    throw new Error('Set DW_ADMIN_URL to the postgres:// address of clickstream_dw with the role dw_admin.');
  return url;
}
