import type { ShopOperations } from '@clickstream/shop-models/contract';

export * from '@clickstream/shop-models/contract';

/** Everything that the storefront knows about the shop. Pages do not see how it is reached. */
export type ShopGateway = ShopOperations;
