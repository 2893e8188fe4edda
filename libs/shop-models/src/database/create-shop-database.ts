import { actFor, ensureRole } from '@clickstream/migrations/roles';
import pg from 'pg';

/**
 * Passwords of the two roles: `shop_admin` owns the tables, and the storefront signs in as
 * `shop_app`.
 */
export interface ShopPasswords {
  readonly shop_admin: string;
  readonly shop_app: string;
}

/** Addresses of the new database, one for each role. */
export type ShopUrls = Record<keyof ShopPasswords, string>;

/** Serialises role changes of concurrent callers: PostgreSQL refuses two at once on one role. */
const ROLES_LOCK = 7_305_001;

/**
 * Creates the shop's database and roles, or brings their passwords and rights up to
 * date. May be called again.
 *
 * @param superuserUrl address of any database on the server, with a role that may make others: a
 *   superuser, or one with CREATEROLE and CREATEDB
 * @param database the database's name, `clickstream_web` by default
 */
export async function createShopDatabase(
  superuserUrl: string,
  passwords: ShopPasswords,
  database = 'clickstream_web',
): Promise<ShopUrls> {
  await asSuperuser(superuserUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [ROLES_LOCK]);
    for (const [role, password] of Object.entries(passwords)) await ensureRole(client, role, password);
    await actFor(client, 'shop_admin');
    const existing = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    const name = client.escapeIdentifier(database);
    if (!existing.rowCount) await client.query(`CREATE DATABASE ${name} OWNER shop_admin`);
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO shop_app`);
  });

  await asSuperuser(urlOf(superuserUrl, { database }), async (client) => {
    await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
    await client.query('GRANT ALL ON SCHEMA public TO shop_admin');
    await client.query('GRANT USAGE ON SCHEMA public TO shop_app');
  });

  return {
    shop_admin: urlOf(superuserUrl, { database, user: 'shop_admin', password: passwords.shop_admin }),
    shop_app: urlOf(superuserUrl, { database, user: 'shop_app', password: passwords.shop_app }),
  };
}

function urlOf(
  serverUrl: string,
  { database, user, password }: { database: string; user?: string; password?: string },
): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  if (user !== undefined) url.username = encodeURIComponent(user);
  if (password !== undefined) url.password = encodeURIComponent(password);
  return url.toString();
}

async function asSuperuser(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
