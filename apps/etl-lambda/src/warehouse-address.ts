import type { EtlConfig } from './config';

/**
 * The postgres:// address of the warehouse: as it was given, or with the host and the password that
 * Parameter Store has now, so that another machine or another password needs no deployment. Only on
 * AWS is its client loaded.
 *
 * @throws Error that names the parameters that are not there
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
