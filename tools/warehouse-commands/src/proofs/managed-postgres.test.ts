import { createWarehouse, migrateWarehouse } from '@clickstream/dw-models';
import { aWarehouse } from '@clickstream/dw-models/testing';
import { aCheckoutComplete, anAddToCart, aPageView } from '@clickstream/event-schema/testing';
import { startPostgres } from '@clickstream/local-servers';
import { createShopDatabase, migrateShop } from '@clickstream/shop-models';
import { gzippedLines, memorySource, received, runOnce } from '@clickstream/warehouse-load/testing';
import pg from 'pg';

type Server = Awaited<ReturnType<typeof startPostgres>>;

const PASSWORDS = {
  dw_admin: 'admin',
  etl_writer: 'etl',
  shiny_ro: 'shiny',
  shiny_done: 'done',
  shiny_saved: 'saved',
};
/** Views of the dashboards over what the load has written. */
const VIEWS = ['orders', 'carts', 'sessions', 'activity_hourly', 'products_hourly', 'ledger_hourly'];

let server: Server;
/** Address with the rights that RDS and Aurora give to the first role. */
let managedUrl: string;

async function rowsAt(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Rows that the dashboards read. */
async function dashboardsAt(shinyUrl: string): Promise<Record<string, unknown[]>> {
  const read: Record<string, unknown[]> = {};
  for (const view of VIEWS)
    read[view] = await rowsAt(shinyUrl, `SELECT row::text FROM dash.${view} AS row ORDER BY 1`);
  return read;
}

beforeAll(async () => {
  server = await startPostgres();
  const role = "managed LOGIN NOSUPERUSER CREATEROLE CREATEDB PASSWORD 'managed'";
  await rowsAt(server.url, `CREATE ROLE ${role}`);
  managedUrl = server.url.replace(/\/\/[^@]+@/, '//managed:managed@');
});

afterAll(() => server.stop());

it('a role without superuser makes a warehouse, which migrates, loads and answers as any other', async () => {
  // The second call is that of a new password.
  await createWarehouse(managedUrl, { ...PASSWORDS, dw_admin: 'old' });
  const managed = await createWarehouse(managedUrl, PASSWORDS);
  await migrateWarehouse(managed.adminUrl);

  const source = memorySource();
  const bought = [aPageView(), anAddToCart(), aCheckoutComplete()];
  source.put(
    'events/2026/11/02/08/a.json.gz',
    gzippedLines([...bought.map((event) => received(event)), '{']),
  );
  const usual = await aWarehouse();
  const runs = [await runOnce(managed.etlUrl, source), await runOnce(usual.etlUrl, source)];
  expect(runs).toEqual([runs[1], expect.objectContaining({ loaded: 3, quarantined: 1, failed: 0 })]);
  const read = await dashboardsAt(managed.shinyUrl);
  expect(read).toEqual(await dashboardsAt(usual.shinyUrl));
  expect(Object.values(read).every((rows) => rows.length > 0)).toBe(true);
  await usual.close();
});

it('needs no extension, and none of its roles has rights on the server', async () => {
  const { adminUrl } = await createWarehouse(managedUrl, PASSWORDS);
  expect(await rowsAt(adminUrl, 'SELECT extname FROM pg_extension')).toEqual([{ extname: 'plpgsql' }]);
  const powers = `SELECT rolname FROM pg_roles WHERE rolname = ANY('{${Object.keys(PASSWORDS).join()}}')
    AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
      OR pg_has_role(oid, 'pg_read_server_files', 'MEMBER') OR pg_has_role(oid, 'managed', 'MEMBER'))`;
  expect(await rowsAt(adminUrl, powers)).toEqual([]);
});

it("the same role makes the shop's database", async () => {
  const passwords = { shop_admin: 'shop', shop_app: 'app' };
  await createShopDatabase(managedUrl, passwords);
  const shop = await createShopDatabase(managedUrl, passwords);
  expect(await migrateShop(shop.shop_admin)).not.toEqual([]);
  expect(await rowsAt(shop.shop_app, 'SELECT count(*)::int AS orders FROM orders')).toEqual([{ orders: 0 }]);
});
