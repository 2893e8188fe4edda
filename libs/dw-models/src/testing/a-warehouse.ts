import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createWarehouse, type WarehouseUrls } from '../create-warehouse';
import { migrateWarehouse } from '../data-source';

/** Roles belong to the whole server, so every test file of a run gives them the same passwords. */
const PASSWORDS = { dw_admin: 'admin', etl_writer: 'etl', shiny_ro: 'shiny' };

/** A warehouse of a test's own. */
export interface TestWarehouse extends WarehouseUrls {
  /** Runs one statement as a role and gives its rows. */
  query(role: 'admin' | 'etl' | 'shiny', sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Closes the connections that `query` opened. */
  close(): Promise<void>;
}

/**
 * A new, empty, migrated warehouse on the test server, under a random name.
 *
 * @param superuserUrl by default that of jest's `servers: true`
 */
export async function aWarehouse(
  superuserUrl: string = process.env['TEST_POSTGRES_URL'] ?? '',
): Promise<TestWarehouse> {
  const urls = await createWarehouse(superuserUrl, PASSWORDS, `dw_${randomBytes(6).toString('hex')}`);
  await migrateWarehouse(urls.adminUrl);
  const pools = {
    admin: new pg.Pool({ connectionString: urls.adminUrl }),
    etl: new pg.Pool({ connectionString: urls.etlUrl }),
    shiny: new pg.Pool({ connectionString: urls.shinyUrl }),
  };
  return {
    ...urls,
    query: async (role, sql, values) => (await pools[role].query<Record<string, unknown>>(sql, values)).rows,
    close: async () => {
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
    },
  };
}
