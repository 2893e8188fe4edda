import {
  flag,
  readVariables,
  required,
  type Environment,
  type Values,
} from '@clickstream/lambda-runtime/config';

/** Settings of the ingest Lambda. The AWS SDK reads credentials and `AWS_ENDPOINT_URL_S3`. */
export const VARIABLES = {
  rawBucket: required('RAW_BUCKET', 'Name of the bucket with the raw objects.'),
  region: required('AWS_REGION', 'Region of the bucket; Lambda sets it.'),
  forcePathStyle: flag('S3_FORCE_PATH_STYLE', 'Puts the bucket into the path, for S3 servers on a laptop.'),
};

export type Config = Values<typeof VARIABLES>;

/** @throws Error that names every variable that is missing */
export function readConfig(env: Environment): Config {
  return readVariables(VARIABLES, env);
}
