export { createWarehouse, type WarehousePasswords, type WarehouseUrls } from './create-warehouse';
export { createWarehouseDataSource } from './data-source';
export * from './entities';
export { migrateWarehouse } from './migrate-warehouse';
