/**
 * The postgres:// address that migrations run at, from `DW_ADMIN_URL`.
 *
 * @throws Error that names the variable when it is not set
 */
export function adminUrl(env: NodeJS.ProcessEnv = process.env): string {
  return setting(env, 'DW_ADMIN_URL', 'the postgres:// address of clickstream_dw with the role dw_admin');
}

/**
 * The postgres:// address that roles and the database are made at, from `DW_SUPERUSER_URL`.
 *
 * @throws Error that names the variable when it is not set
 */
export function superuserUrl(env: NodeJS.ProcessEnv = process.env): string {
  return setting(env, 'DW_SUPERUSER_URL', 'the postgres:// address of a role that may make others');
}

function setting(env: NodeJS.ProcessEnv, name: string, meaning: string): string {
  const value = env[name];
  if (!value) throw new Error(`Set ${name} to ${meaning}.`);
  return value;
}
