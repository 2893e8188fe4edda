import { createShop, createShopDataSource } from '@clickstream/shop-models';
import type { ShopOperations } from '@clickstream/shop-models';

/** A Lambda answers one request at a time; the second connection serves a page that asks two things at once. */
const CONNECTIONS = 2;

/**
 * The shop over its database, opened by the first who asks and kept for the next invocations. A database that does
 * not answer is tried again by the next one.
 */
export function shopOpener(databaseUrl: string): () => Promise<ShopOperations> {
  let opened: Promise<ShopOperations> | undefined;
  return () =>
    (opened ??= open(databaseUrl).catch((error: unknown) => {
      opened = undefined;
      throw error;
    }));
}

async function open(databaseUrl: string): Promise<ShopOperations> {
  return createShop(await createShopDataSource(databaseUrl, { connections: CONNECTIONS }).initialize());
}
