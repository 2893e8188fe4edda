import {
  optional,
  readVariables,
  required,
  type Environment,
  type Values,
} from '@clickstream/lambda-runtime/config';
import { LOAD_VARIABLES } from '@clickstream/warehouse-load';
import type { RawBucket } from './status/waiting-objects';

/** Settings of commands that read the bucket. */
export const VARIABLES = {
  ...LOAD_VARIABLES,
  warehouseUrl: required('DW_ETL_URL', 'postgres:// address of clickstream_dw with the role etl_writer.'),
};

export type CommandConfig = Values<typeof VARIABLES>;

/** @throws Error that names every variable that is missing or invalid */
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

/** Settings of an erasure in the shop. */
export const SHOP_VARIABLES = {
  shopUrl: optional(
    'WEB_DB_ADMIN_URL',
    'postgres:// address of clickstream_web with the role shop_admin. Without it an erasure leaves the shop as it is.',
    '',
  ),
};

/** The address of the shop with the role shop_admin; undefined when it is not set. */
export function readShopUrl(env: Environment = process.env): string | undefined {
  return readVariables(SHOP_VARIABLES, env).shopUrl || undefined;
}

/** Settings of commands that AWS runs, with `--on-aws`. */
export const FUNCTION_VARIABLES = {
  functionName: optional(
    'MAINTENANCE_FUNCTION',
    'The Lambda that --on-aws calls; of another stage with its suffix.',
    'clickstream-lambda-maintenance',
  ),
};

/** The name of the Lambda that erases, drops and replays on AWS. */
export function readFunctionName(env: Environment = process.env): string {
  return readVariables(FUNCTION_VARIABLES, env).functionName;
}

/** The bucket alone. @throws Error that names every variable that is missing or invalid */
export function readBucketConfig(
  env: Environment,
): Pick<CommandConfig, 'bucket' | 'region' | 'forcePathStyle'> {
  const { bucket, region, forcePathStyle } = LOAD_VARIABLES;
  return readVariables({ bucket, region, forcePathStyle }, env);
}

/** Settings of commands that copy events out of the warehouse, with a role that may only read. */
export const LAKE_VARIABLES = {
  bucket: LOAD_VARIABLES.bucket,
  region: LOAD_VARIABLES.region,
  forcePathStyle: LOAD_VARIABLES.forcePathStyle,
  warehouseUrl: required('DW_SHINY_URL', 'postgres:// address of clickstream_dw with the role shiny_ro.'),
};

/** @throws Error that names every variable that is missing or invalid */
export function readLakeConfig(env: Environment): Values<typeof LAKE_VARIABLES> {
  return readVariables(LAKE_VARIABLES, env);
}

/** The address of the warehouse with a role that may only read. */
export function readReaderUrl(env: Environment): string {
  return readVariables({ warehouseUrl: LAKE_VARIABLES.warehouseUrl }, env).warehouseUrl;
}

/** Addresses of the warehouse and of the raw objects. */
export interface LedgerConfig {
  /** postgres:// address of clickstream_dw with a role that may read (`DW_SHINY_URL`). */
  readonly warehouseUrl: string;
  readonly bucket: RawBucket;
}

/**
 * The warehouse and the bucket that the environment names; undefined when it names no warehouse.
 */
export function readLedgerConfig(env: Environment): LedgerConfig | undefined {
  const { DW_SHINY_URL: warehouseUrl, RAW_BUCKET: name } = env;
  if (!warehouseUrl) return undefined;
  if (!name) throw new Error('RAW_BUCKET is not set: DW_SHINY_URL needs it, too.');
  return { warehouseUrl, bucket: { name, forcePathStyle: env['S3_FORCE_PATH_STYLE'] === 'true' } };
}
