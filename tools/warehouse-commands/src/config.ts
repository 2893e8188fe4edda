import { flag, list, readVariables, required, wholeNumber } from '@clickstream/lambda-runtime/config';
import type { Environment, Values } from '@clickstream/lambda-runtime/config';

const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** Settings of commands that read the bucket. The SDK reads `AWS_REGION` and `AWS_ENDPOINT_URL_S3` itself. */
export const VARIABLES = {
  bucket: required('RAW_BUCKET', 'Name of the bucket with the raw objects.'),
  region: required('AWS_REGION', 'Region of the bucket.'),
  warehouseUrl: required('DW_ETL_URL', 'postgres:// address of clickstream_dw with the role etl_writer.'),
  forcePathStyle: flag('S3_FORCE_PATH_STYLE', 'Puts the bucket into the path, for S3 servers on a laptop.'),
  sweepPages: wholeNumber('ETL_SWEEP_PAGES', 'Pages of 1,000 keys that a rebuild may list.', {
    otherwise: 1000,
  }),
  returnHosts: list(
    'RETURN_HOSTS',
    'Hosts of payment and sign-in, by commas, that bring no visitors; added to the known ones.',
    HOST,
    'hosts such as pay.bank.example, by commas',
  ),
};

export type CommandConfig = Values<typeof VARIABLES>;

/** @throws Error that names every variable that is missing or has an impossible value */
export function readConfig(env: Environment): CommandConfig {
  return readVariables(VARIABLES, env);
}

/** The address of the warehouse alone, for commands that do not touch the bucket. */
export function readWarehouseUrl(env: Environment = process.env): string {
  return readVariables({ warehouseUrl: VARIABLES.warehouseUrl }, env).warehouseUrl;
}

/** Settings of commands that remove events. */
export const ADMIN_VARIABLES = {
  adminUrl: required('DW_ADMIN_URL', 'postgres:// address of clickstream_dw with the role dw_admin.'),
};

/** The address of the warehouse with the role dw_admin, for commands that remove events. */
export function readAdminUrl(env: Environment = process.env): string {
  return readVariables(ADMIN_VARIABLES, env).adminUrl;
}
