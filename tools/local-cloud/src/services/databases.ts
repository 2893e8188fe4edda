import { createWarehouse, migrateWarehouse, type WarehouseUrls } from '@clickstream/dw-models';
import { startPostgres, type RunningServer } from '@clickstream/local-servers';
import { createShopDatabase, migrateShop, seedShop, type ShopUrls } from '@clickstream/shop-models';
import { stateFiles, type LocalCloudConfig } from '../config';
import type { Secrets } from '../state/secrets';
import type { Service } from '../supervisor/supervisor';

/** The server of `clickstream_web`. The shop and the warehouse never share one. */
export function shopDatabaseService({ stateFolder, ports }: LocalCloudConfig, secrets: Secrets): Service {
  const files = stateFiles(stateFolder);
  const logFile = files.log('clickstream_web');
  return {
    name: 'PostgreSQL clickstream_web',
    logFile,
    start: () =>
      startPostgres({
        dataDir: files.shopDatabase,
        port: ports.shopDatabase,
        password: secrets.postgres,
        logFile,
      }),
  };
}

/** Brings the shop's database, its roles and its catalogue up to date; returns the addresses. */
export async function prepareShop(server: RunningServer, secrets: Secrets): Promise<ShopUrls> {
  const { shop_admin, shop_app } = secrets;
  const urls = await createShopDatabase(server.url, { shop_admin, shop_app });
  await migrateShop(urls.shop_admin);
  await seedShop(urls.shop_admin);
  return urls;
}

/** The server of `clickstream_dw`. */
export function warehouseService({ stateFolder, ports }: LocalCloudConfig, secrets: Secrets): Service {
  const files = stateFiles(stateFolder);
  const logFile = files.log('clickstream_dw');
  return {
    name: 'PostgreSQL clickstream_dw',
    logFile,
    start: () =>
      startPostgres({
        dataDir: files.warehouse,
        port: ports.warehouse,
        password: secrets.postgres,
        logFile,
        settings: { shared_buffers: '256MB', work_mem: '32MB' },
      }),
  };
}

/** Brings the warehouse and its roles up to date; returns the addresses for its roles. */
export async function prepareWarehouse(server: RunningServer, secrets: Secrets): Promise<WarehouseUrls> {
  const { dw_admin, etl_writer, shiny_ro, shiny_done, shiny_saved } = secrets;
  const urls = await createWarehouse(server.url, { dw_admin, etl_writer, shiny_ro, shiny_done, shiny_saved });
  await migrateWarehouse(urls.adminUrl);
  return urls;
}
