import type { LocalCloudConfig } from '../config';
import type { Progress } from '../progress';
import type { CloudEnv } from '../state/env-file';
import type { Secrets } from '../state/secrets';
import type { Supervisor } from '../supervisor/supervisor';
import { objectStoreEnv, signInEnv } from './cloud-env';
import { prepareShop, prepareWarehouse, shopDatabaseService, warehouseService } from './databases';
import { ensureRawBucket, objectStoreService } from './object-store';
import { signInService } from './sign-in';

export interface StartContext {
  readonly config: LocalCloudConfig;
  readonly secrets: Secrets;
  readonly supervisor: Supervisor;
  readonly progress: Progress;
}

/** Starts the stores of the shop. @returns their addresses as environment variables */
export async function startShopStores(context: StartContext): Promise<CloudEnv> {
  const { config, secrets, supervisor, progress } = context;
  const { ports } = config;
  const database = () =>
    progress.step(`PostgreSQL clickstream_web on 127.0.0.1:${ports.shopDatabase}`, async () =>
      prepareShop(await supervisor.start(shopDatabaseService(config, secrets)), secrets),
    );
  const objects = () =>
    progress.step(`S3 on 127.0.0.1:${ports.objectStore}`, async () =>
      ensureRawBucket(await supervisor.start(objectStoreService(config))),
    );
  const signIn = () =>
    progress.step(`Cognito on 127.0.0.1:${ports.signIn}`, () => supervisor.start(signInService(config)));
  const [urls, pool] = await Promise.all([database(), signIn(), objects()]);
  const shop = { WEB_DB_URL: urls.shop_app, WEB_DB_ADMIN_URL: urls.shop_admin };
  return { ...shop, ...objectStoreEnv(ports), ...signInEnv(ports, pool) };
}

/** Starts the warehouse. @returns its address for each role as environment variables */
export async function startWarehouse(context: StartContext): Promise<CloudEnv> {
  const { config, secrets, supervisor, progress } = context;
  const urls = await progress.step(
    `PostgreSQL clickstream_dw on 127.0.0.1:${config.ports.warehouse}`,
    async () => prepareWarehouse(await supervisor.start(warehouseService(config, secrets)), secrets),
  );
  return {
    DW_ADMIN_URL: urls.adminUrl,
    DW_ETL_URL: urls.etlUrl,
    DW_SHINY_URL: urls.shinyUrl,
    DW_DONE_URL: urls.doneUrl,
    DW_SAVED_URL: urls.savedUrl,
  };
}
