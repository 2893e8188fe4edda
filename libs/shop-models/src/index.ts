export { createShopDatabase, type ShopPasswords, type ShopUrls } from './database/create-shop-database';
export { createShopDataSource, type ShopPool } from './database/data-source';
export * from './entities';
export { migrateShop } from './database/migrate-shop';
export { checkInput, isShopOperation } from './contract/operation-inputs';
export { placePastOrder, type PastOrder } from './operations/orders/place-past-order';
export { seedShop } from './database/seed-shop';
export { createShop } from './shop';
export * from './contract/index';
