import {
  optional,
  readVariables,
  required,
  wholeNumber,
  type Environment,
  type Values,
} from '@clickstream/lambda-runtime/config';
import { LOAD_VARIABLES } from '@clickstream/warehouse-load';

/** Settings of the ETL. */
export const VARIABLES = {
  ...LOAD_VARIABLES,
  warehouseUrl: required('DW_ETL_URL', 'postgres:// address of clickstream_dw with the role etl_writer.', {
    unless: 'DW_PARAMETERS',
  }),
  warehouseParameters: optional(
    'DW_PARAMETERS',
    "On AWS, the folder of Parameter Store with the warehouse's host and passwords.",
  ),
  metricNamespace: optional('METRIC_NAMESPACE', 'Namespace of the metrics in CloudWatch.', 'Clickstream'),
  timeZone: optional(
    'SHOP_TIME_ZONE',
    'The zone whose hours and weekdays alerts compare.',
    'Asia/Ho_Chi_Minh',
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
