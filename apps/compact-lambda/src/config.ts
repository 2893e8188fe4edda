import {
  optional,
  readVariables,
  required,
  type Environment,
  type Values,
} from '@clickstream/lambda-runtime/config';
import { LOAD_VARIABLES } from '@clickstream/warehouse-load';

const { bucket, region, forcePathStyle } = LOAD_VARIABLES;

/** Settings of the compact Lambda. */
export const VARIABLES = {
  bucket,
  region,
  forcePathStyle,
  warehouseUrl: required('DW_SHINY_URL', 'postgres:// address of clickstream_dw with the role shiny_ro.', {
    unless: 'DW_PARAMETERS',
  }),
  warehouseParameters: optional(
    'DW_PARAMETERS',
    "On AWS, the folder of Parameter Store with the warehouse's host and passwords.",
  ),
  scratch: optional(
    'COMPACT_SCRATCH',
    'Folder for the files of one day, which is emptied at the beginning of each call.',
    '/tmp/compaction',
  ),
  metricNamespace: optional('METRIC_NAMESPACE', 'Namespace of the metrics in CloudWatch.', 'Clickstream'),
};

export type Config = Values<typeof VARIABLES>;

/** @throws Error that names every variable that is missing or has an impossible value */
export function readConfig(env: Environment): Config {
  return readVariables(VARIABLES, env);
}
