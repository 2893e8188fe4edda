import { createShop, createShopDataSource } from '@clickstream/shop-models';
import type { ShopGateway } from './gateway';

/**
 * The shop by its own database, for a storefront that can reach it: `postgres://`
 * address of `clickstream_web`.
 */
export async function openDirectGateway(databaseUrl: string): Promise<ShopGateway> {
  return createShop(await createShopDataSource(databaseUrl).initialize());
}
