export { createWarehouse, type WarehousePasswords, type WarehouseUrls } from './create-warehouse';
export { EVENT_COLUMNS, type EventColumn } from './event-columns';
export { createWarehouseDataSource, migrateWarehouse } from './data-source';
export * from './entities';
