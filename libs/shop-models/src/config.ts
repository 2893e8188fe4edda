import { readVariables, required, type Environment } from '@clickstream/lambda-runtime/config';

export const VARIABLES = {
  adminUrl: required('WEB_DB_ADMIN_URL', 'postgres:// address of clickstream_web with the role shop_admin.'),
  superuserUrl: required(
    'WEB_DB_SUPERUSER_URL',
    'postgres:// address of any database on the server, with a role that may create roles.',
  ),
};

/** The address at which migrations run. @throws Error that names the variable when it is not set */
export function adminUrl(env: Environment = process.env): string {
  return readVariables({ adminUrl: VARIABLES.adminUrl }, env).adminUrl;
}

/**
 * The address at which roles and the database are created. @throws Error that names the variable
 * when it is not set
 */
export function superuserUrl(env: Environment = process.env): string {
  return readVariables({ superuserUrl: VARIABLES.superuserUrl }, env).superuserUrl;
}
