export { createShopDatabase, type ShopPasswords, type ShopUrls } from './create-shop-database';
export { createShopDataSource, type ShopPool } from './data-source';
export * from './entities';
export { migrateShop } from './migrate-shop';
export { checkInput, isShopOperation } from './operation-inputs';
export { seedShop } from './seed-shop';
export { createShop } from './shop';
export * from './contract';
