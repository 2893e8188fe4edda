import pg from 'pg';
import { DataSource } from 'typeorm';
import { SHOP_ENTITIES } from '../entities';
import * as migrations from '../migrations';

export interface ShopPool {
  /** The most connections held at once; default: 10. */
  readonly connections?: number;
}

/**
 * Describes the shop's database at `url` (`postgres://user:password@host:port/clickstream_web`);
 * nothing is opened until `initialize`. A query that takes longer than ten seconds is cancelled.
 */
export function createShopDataSource(url: string, { connections = 10 }: ShopPool = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    // Passed in so that a bundle contains it: TypeORM's lookup is invisible to a bundler.
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
