import { actFor, ensureRole } from '@clickstream/migrations/roles';
import pg from 'pg';

/** A password for each role of the warehouse. */
export interface WarehousePasswords {
  readonly dw_admin: string;
  readonly etl_writer: string;
  readonly shiny_ro: string;
  readonly shiny_done: string;
  readonly shiny_saved: string;
}

/** postgres:// addresses of one warehouse, each with its role's password. */
export interface WarehouseUrls {
  readonly adminUrl: string;
  readonly etlUrl: string;
  readonly shinyUrl: string;
  readonly doneUrl: string;
  readonly savedUrl: string;
}

/** Only one process at a time can change the roles of a server. */
const ROLES_LOCK = 7_215_001;

/**
 * Creates the roles of {@link WarehousePasswords} and an empty database owned by `dw_admin`.
 * Existing roles stay, but get these passwords and rights: running it again is harmless.
 *
 * @param superuserUrl postgres:// address of any database on the server, with a
 *   role that may make others: a superuser, or one with CREATEROLE and CREATEDB
 * @param database its name; tests use unique ones
 * @throws Error from PostgreSQL when the server cannot be reached or refuses
 */
export async function createWarehouse(
  superuserUrl: string,
  passwords: WarehousePasswords,
  database = 'clickstream_dw',
): Promise<WarehouseUrls> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [ROLES_LOCK]);
    for (const [role, password] of Object.entries(passwords)) await ensureRole(client, role, password);
    await actFor(client, 'dw_admin');
    await ensureDatabase(client, database);
  } finally {
    await client.end();
  }
  return {
    adminUrl: roleUrl(superuserUrl, database, 'dw_admin', passwords.dw_admin),
    etlUrl: roleUrl(superuserUrl, database, 'etl_writer', passwords.etl_writer),
    shinyUrl: roleUrl(superuserUrl, database, 'shiny_ro', passwords.shiny_ro),
    doneUrl: roleUrl(superuserUrl, database, 'shiny_done', passwords.shiny_done),
    savedUrl: roleUrl(superuserUrl, database, 'shiny_saved', passwords.shiny_saved),
  };
}

async function ensureDatabase(client: pg.Client, database: string): Promise<void> {
  const name = pg.escapeIdentifier(database);
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  if (rowCount === 0) {
    // Text sorts by its bytes: the same order on every machine, and the fastest one.
    await client.query(
      `CREATE DATABASE ${name} OWNER dw_admin TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C'`,
    );
  }
  await client.query(`
    REVOKE ALL ON DATABASE ${name} FROM PUBLIC;
    GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO etl_writer;
    GRANT CONNECT ON DATABASE ${name} TO shiny_ro, shiny_done, shiny_saved;
  `);
}

/** The address of a database on the same server for another role. */
export function roleUrl(superuserUrl: string, database: string, role: string, password: string): string {
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.href;
}
