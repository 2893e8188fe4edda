import pg from 'pg';
import { DataSource } from 'typeorm';
import { SHOP_ENTITIES } from '../entities';
import * as migrations from '../migrations';

export interface ShopPool {
  /** The most connections held at once; 10 unless told. */
  readonly connections?: number;
}

/**
 * Describes the shop's database at `url` (`postgres://user:password@host:port/clickstream_web`);
 * nothing is opened until `initialize`. A query that takes longer than ten seconds is given up.
 */
export function createShopDataSource(url: string, { connections = 10 }: ShopPool = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    // Handed over so that a bundle holds it: TypeORM's own lookup is invisible to a bundler.
    driver: pg,
    url,
    entities: SHOP_ENTITIES,
    migrations: Object.values(migrations),
    migrationsTableName: 'shop_migrations',
    extra: {
      max: connections,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      statement_timeout: 10_000,
      application_name: 'shop',
    },
  });
}
