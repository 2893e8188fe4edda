import pg from 'pg';
import { DataSource } from 'typeorm';
import * as entities from './entities';
import * as migrations from './migrations';

/**
 * A TypeORM data source for the warehouse; the caller initialises and destroys it.
 *
 * @param url postgres:// address of `clickstream_dw` with role and password
 */
export function createWarehouseDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    // Passed in: TypeORM would `require` it at run time, which fails in a bundle.
    driver: pg,
    url,
    entities: Object.values(entities),
    migrations: Object.values(migrations),
    migrationsTableName: 'migrations',
    synchronize: false,
  });
}
