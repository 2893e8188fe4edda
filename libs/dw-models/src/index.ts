export { createWarehouse, type WarehousePasswords, type WarehouseUrls } from './create-warehouse';
export { migrateWarehouse, warehouseDataSource } from './data-source';
export { EVENT_COLUMNS, FIXED_COLUMN_COUNT, type EventColumn } from './event-columns';
export * from './entities';
