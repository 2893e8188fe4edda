import { S3_CREDENTIALS, type UserPool } from '@clickstream/local-servers';
import type { Ports } from '../supervisor/ports';
import type { CloudEnv } from '../state/env-file';

export const RAW_BUCKET = 'clickstream-s3-ingest';
export const CONFIRMATION_CODE = '123456';
/** Somebody of the shop, for its desk; only the emulator on this machine knows the account. */
export const DESK_ACCOUNT = {
  email: 'desk@sbw.example',
  password: 'Desk-of-sbw-1',
  name: 'Desk',
  group: 'desk',
};
const REGION = 'ap-southeast-1';

export const local = (port: number) => `http://127.0.0.1:${port}`;

/** Port of the storefront in development mode next to a running local cloud. */
export const devPort = (ports: Ports) => ports.storefront + 1;

/** Environment with the address of raw objects, for the Lambdas and any tool with the AWS SDK. */
export function objectStoreEnv(ports: Ports): CloudEnv {
  return {
    AWS_ENDPOINT_URL_S3: local(ports.objectStore),
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: S3_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: S3_CREDENTIALS.secretAccessKey,
    S3_FORCE_PATH_STYLE: 'true',
    RAW_BUCKET,
  };
}

/** Environment with the address of the user pool. */
export function signInEnv(ports: Ports, pool: UserPool): CloudEnv {
  return {
    COGNITO_URL: local(ports.signIn),
    COGNITO_USER_POOL_ID: pool.userPoolId,
    COGNITO_CLIENT_ID: pool.clientId,
    COGNITO_DEV_CODE: CONFIRMATION_CODE,
  };
}
