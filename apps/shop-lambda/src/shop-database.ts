import { createShopDataSource } from '@clickstream/shop-models';
import type { Config } from './config';

/**
 * A Lambda answers one request at a time; the second connection serves a page that runs two queries
 * at once.
 */
const CONNECTIONS = 2;

export type ShopDatabase = ReturnType<typeof createShopDataSource>;

/**
 * The shop's database, opened by the first request and kept for the next invocations. If it does
 * not answer, the next request tries again.
 */
export function databaseOpener(
  config: Pick<Config, 'databaseUrl' | 'parameters'>,
): () => Promise<ShopDatabase> {
  let opened: Promise<ShopDatabase> | undefined;
  return () =>
    (opened ??= open(config).catch((error: unknown) => {
      opened = undefined;
      throw error;
    }));
}

async function open(config: Pick<Config, 'databaseUrl' | 'parameters'>): Promise<ShopDatabase> {
  return createShopDataSource(await urlOf(config), { connections: CONNECTIONS }).initialize();
}

/** Parameter Store is only used, and its client only loaded, on AWS. */
async function urlOf(config: Pick<Config, 'databaseUrl' | 'parameters'>): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl;
  const { databaseUrl } = await import('@clickstream/lambda-runtime/parameter-store');
  return databaseUrl({ folder: config.parameters, role: 'shop_app', database: 'clickstream_web' });
}
