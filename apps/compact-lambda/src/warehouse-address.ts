import type { Config } from './config';

/**
 * The postgres:// address of the warehouse with the role `shiny_ro`, which only reads: as
 * configured, or from Parameter Store, whose client is only loaded on AWS.
 *
 * @throws Error that names the missing parameters
 */
export async function warehouseAddress({ warehouseUrl, warehouseParameters }: Config): Promise<string> {
  if (warehouseUrl) return warehouseUrl;
  const { databaseUrl } = await import('@clickstream/lambda-runtime/parameter-store');
  return databaseUrl({ folder: warehouseParameters, role: 'shiny_ro', database: 'clickstream_dw' });
}
