import { readVariables, required, type Environment } from '@clickstream/lambda-runtime/config';

export const VARIABLES = {
  adminUrl: required('WEB_DB_ADMIN_URL', 'postgres:// address of clickstream_web with the role shop_admin.'),
  superuserUrl: required(
    'WEB_DB_SUPERUSER_URL',
    'postgres:// address of any database on the server, with a role that may make others.',
  ),
};

/** The address that migrations run at. @throws Error that names the variable when it is not set */
export function adminUrl(env: Environment = process.env): string {
  return readVariables({ adminUrl: VARIABLES.adminUrl }, env).adminUrl;
}

/**
 * The address that roles and the database are made at. @throws Error that names the
 * variable when it is not set
 */
export function superuserUrl(env: Environment = process.env): string {
  return readVariables({ superuserUrl: VARIABLES.superuserUrl }, env).superuserUrl;
}
