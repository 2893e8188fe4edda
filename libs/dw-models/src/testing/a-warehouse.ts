import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createWarehouse, type WarehouseUrls } from '../create-warehouse';

/** Roles belong to the whole server, so every test file of a run sets the same passwords. */
const PASSWORDS = {
  dw_admin: 'admin',
  etl_writer: 'etl',
  shiny_ro: 'shiny',
  shiny_done: 'done',
  shiny_saved: 'saved',
};

/** Migrated once per server: a copy of it takes a tenth of the time of the migrations. */
const TEMPLATE = 'dw_template';

/** Only one process at a time may create the template. */
const TEMPLATE_LOCK = 7_215_009;

/** A warehouse for one test. */
export interface TestWarehouse extends WarehouseUrls {
  /** Runs one statement as a role and returns its rows. */
  query(
    role: 'admin' | 'etl' | 'shiny' | 'done' | 'saved',
    sql: string,
    values?: unknown[],
  ): Promise<Record<string, unknown>[]>;
  /**
   * Deletes all rows of tables, those that others refer to last. For the few rows of a test that
   * takes a tenth of the time of TRUNCATE, which makes new files for each table and index.
   */
  empty(...tables: readonly string[]): Promise<void>;
  /** Closes the connections that `query` opened. */
  close(): Promise<void>;
}

/**
 * A new, empty, migrated warehouse on the test server, under a random name.
 *
 * @param superuserUrl default: that of jest's `servers: true`
 */
export async function aWarehouse(
  superuserUrl: string = process.env['TEST_POSTGRES_URL'] ?? '',
): Promise<TestWarehouse> {
  const database = `dw_${randomBytes(6).toString('hex')}`;
  await copyTemplate(superuserUrl, database);
  const urls = await createWarehouse(superuserUrl, PASSWORDS, database);
  const pools = {
    admin: new pg.Pool({ connectionString: urls.adminUrl }),
    etl: new pg.Pool({ connectionString: urls.etlUrl }),
    shiny: new pg.Pool({ connectionString: urls.shinyUrl }),
    done: new pg.Pool({ connectionString: urls.doneUrl }),
    saved: new pg.Pool({ connectionString: urls.savedUrl }),
  };
  return {
    ...urls,
    query: async (role, sql, values) => (await pools[role].query<Record<string, unknown>>(sql, values)).rows,
    empty: async (...tables) => {
      await pools.admin.query(tables.map((table) => `DELETE FROM ${table}`).join(';'));
    },
    close: async () => {
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
    },
  };
}

async function copyTemplate(superuserUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await ensureTemplate(client, superuserUrl);
    await client.query(`CREATE DATABASE ${database} OWNER dw_admin TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`);
  } finally {
    await client.end();
  }
}

/** The template gets its name only when it is complete. */
async function ensureTemplate(client: pg.Client, superuserUrl: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [TEMPLATE]);
  if (rowCount !== 0) return;
  const unfinished = `dw_${randomBytes(6).toString('hex')}`;
  const { adminUrl } = await createWarehouse(superuserUrl, PASSWORDS, unfinished);
  // TypeORM takes long to load, and only the template needs it.
  const { migrateWarehouse } = await import('../migrate-warehouse');
  await migrateWarehouse(adminUrl);
  await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${TEMPLATE}`);
}
