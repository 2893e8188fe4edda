import { createShop, createShopDataSource } from '@clickstream/shop-models';
import type { ShopGateway } from './gateway';

/**
 * The shop over its database, for a storefront that can reach it: `postgres://` address of
 * `clickstream_web`.
 */
export async function openDirectGateway(databaseUrl: string): Promise<ShopGateway> {
  return createShop(await createShopDataSource(databaseUrl).initialize());
}
