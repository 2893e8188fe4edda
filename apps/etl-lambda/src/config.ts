import {
  flag,
  list,
  optional,
  readVariables,
  required,
  wholeNumber,
} from '@clickstream/lambda-runtime/config';
import type { Environment, Values } from '@clickstream/lambda-runtime/config';

const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** Settings of the ETL. The AWS SDK reads `AWS_REGION` and `AWS_ENDPOINT_URL_S3` itself. */
export const VARIABLES = {
  bucket: required('RAW_BUCKET', 'Name of the bucket with the raw objects.'),
  region: required('AWS_REGION', 'Region of the bucket; Lambda sets it.'),
  warehouseUrl: required('DW_ETL_URL', 'postgres:// address of clickstream_dw with the role etl_writer.', {
    unless: 'DW_PARAMETERS',
  }),
  warehouseParameters: optional(
    'DW_PARAMETERS',
    "On AWS, the folder of Parameter Store with the warehouse's host and passwords.",
  ),
  forcePathStyle: flag('S3_FORCE_PATH_STYLE', 'Puts the bucket into the path, for S3 servers on a laptop.'),
  sweepPages: wholeNumber(
    'ETL_SWEEP_PAGES',
    "Pages of 1,000 keys that a run's sweep of the bucket may list.",
    {
      otherwise: 1000,
    },
  ),
  metricNamespace: optional('METRIC_NAMESPACE', 'Namespace of the metrics in CloudWatch.', 'Clickstream'),
  returnHosts: list(
    'RETURN_HOSTS',
    'Hosts of payment and sign-in, by commas, that bring no visitors; added to the known ones.',
    HOST,
    'hosts such as pay.bank.example, by commas',
  ),
  reserveSeconds: wholeNumber('ETL_RESERVE_SECONDS', 'Time kept free before the deadline.', {
    otherwise: 60,
  }),
};

export type EtlConfig = Values<typeof VARIABLES>;

/** @throws Error that names every variable that is missing or has an impossible value */
export function readConfig(env: Environment): EtlConfig {
  return readVariables(VARIABLES, env);
}
