import {
  flag,
  optional,
  readVariables,
  required,
  type Environment,
  type Values,
} from '@clickstream/lambda-runtime/config';

/** Settings of the witness; the SDK takes the address of S3 and the credentials by itself. */
export const VARIABLES = {
  warehouseUrl: required(
    'DW_SHINY_URL',
    'postgres://shiny_ro:password@host:port/clickstream_dw[?sslmode=...].',
  ),
  bucket: required('RAW_BUCKET', 'Name of the bucket with the raw objects.'),
  region: required('AWS_REGION', 'Region of the bucket; Lambda sets it.'),
  forcePathStyle: flag('S3_FORCE_PATH_STYLE', 'Puts the bucket into the path, for S3 servers on a laptop.'),
  timeZone: optional('SHOP_TIME_ZONE', 'The zone whose days the shop counts.', 'Asia/Ho_Chi_Minh'),
  currency: optional('SHOP_CURRENCY', "ISO 4217 code of the shop's money.", 'VND'),
};

export type WitnessConfig = Values<typeof VARIABLES>;

/** @throws Error that names every variable that is missing or has an impossible value */
export function readConfig(env: Environment): WitnessConfig {
  return readVariables(VARIABLES, env);
}
