export { createWarehouse, type WarehousePasswords, type WarehouseUrls } from './create-warehouse';
export { EVENT_COLUMNS, type EventColumn } from './event-columns';
export { createWarehouseDataSource } from './data-source';
export * from './entities';
export { migrateWarehouse } from './migrate-warehouse';
