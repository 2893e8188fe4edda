import type { ShopOperations } from '@clickstream/shop-models/contract';

export * from '@clickstream/shop-models/contract';

/** All that the storefront knows of the shop behind it. Pages do not see how it is reached. */
export type ShopGateway = ShopOperations;
