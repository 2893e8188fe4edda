import type { EtlConfig } from './config';

/**
 * The postgres:// address of the warehouse: as configured, or with the current host and password
 * from Parameter Store, so that a new machine or password needs no deployment. Its client is only
 * loaded on AWS.
 *
 * @throws Error that names the missing parameters
 */
export async function warehouseAddress(
  config: Pick<EtlConfig, 'warehouseUrl' | 'warehouseParameters'>,
): Promise<string> {
  if (config.warehouseUrl) return config.warehouseUrl;
  const { databaseUrl } = await import('@clickstream/lambda-runtime/parameter-store');
  return databaseUrl({
    folder: config.warehouseParameters,
    role: 'etl_writer',
    database: 'clickstream_dw',
  });
}
