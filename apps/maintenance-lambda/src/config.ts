import {
  optional,
  readVariables,
  required,
  type Environment,
  type Values,
} from '@clickstream/lambda-runtime/config';
import { LOAD_VARIABLES } from '@clickstream/warehouse-load';

const { bucket, region, forcePathStyle, returnHosts } = LOAD_VARIABLES;

/** Settings of the maintenance Lambda. */
export const VARIABLES = {
  bucket,
  region,
  forcePathStyle,
  returnHosts,
  warehouseUrl: required('DW_ADMIN_URL', 'postgres:// address of clickstream_dw with the role dw_admin.', {
    unless: 'DW_PARAMETERS',
  }),
  warehouseParameters: optional(
    'DW_PARAMETERS',
    "On AWS, the folder of Parameter Store with the warehouse's host and passwords.",
  ),
  scratch: optional(
    'MAINTENANCE_SCRATCH',
    'Folder for the files of the lake, which is emptied at the beginning of each call.',
    '/tmp/maintenance',
  ),
};

export type Config = Values<typeof VARIABLES>;

/** @throws Error that names every variable that is missing or has an impossible value */
export function readConfig(env: Environment): Config {
  return readVariables(VARIABLES, env);
}
