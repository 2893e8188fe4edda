import { createShop, createShopDataSource, type ShopOperations } from '@clickstream/shop-models';
import type { Config } from './config';

/**
 * A Lambda answers one request at a time; the second connection serves a page that runs two queries
 * at once.
 */
const CONNECTIONS = 2;

/**
 * The shop over its database, opened by the first request and kept for the next invocations. If the
 * database does not answer, the next request tries again.
 */
export function shopOpener(config: Config): () => Promise<ShopOperations> {
  let opened: Promise<ShopOperations> | undefined;
  return () =>
    (opened ??= open(config).catch((error: unknown) => {
      opened = undefined;
      throw error;
    }));
}

async function open(config: Config): Promise<ShopOperations> {
  return createShop(
    await createShopDataSource(await urlOf(config), { connections: CONNECTIONS }).initialize(),
  );
}

/** Parameter Store is only used, and its client only loaded, on AWS. */
async function urlOf(config: Config): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl;
  const { databaseUrl } = await import('@clickstream/lambda-runtime/parameter-store');
  return databaseUrl({ folder: config.parameters, role: 'shop_app', database: 'clickstream_web' });
}
