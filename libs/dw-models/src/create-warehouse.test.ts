import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createWarehouse, roleUrl, type WarehousePasswords } from './create-warehouse';

const superuserUrl = process.env['TEST_POSTGRES_URL'] ?? '';
const PASSWORDS: WarehousePasswords = {
  dw_admin: 'admin',
  etl_writer: 'etl',
  shiny_ro: 'shiny',
  shiny_done: 'done',
  shiny_saved: 'saved',
};

async function userAt(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ who: string }>('SELECT current_user AS who')).rows[0]?.who;
  } finally {
    await client.end();
  }
}

describe('createWarehouse', () => {
  it('returns an address for each role, and can run again', async () => {
    const database = `dw_${randomBytes(6).toString('hex')}`;
    await createWarehouse(superuserUrl, PASSWORDS, database);
    const urls = await createWarehouse(superuserUrl, PASSWORDS, database);
    const addresses = [urls.adminUrl, urls.etlUrl, urls.shinyUrl, urls.doneUrl, urls.savedUrl];
    expect(await Promise.all(addresses.map(userAt))).toEqual([
      'dw_admin',
      'etl_writer',
      'shiny_ro',
      'shiny_done',
      'shiny_saved',
    ]);
  });

  it('works when two calls begin at the same moment', async () => {
    const names = [1, 2, 3].map(() => `dw_${randomBytes(6).toString('hex')}`);
    const all = await Promise.all(names.map((name) => createWarehouse(superuserUrl, PASSWORDS, name)));
    expect(await Promise.all(all.map(({ etlUrl }) => userAt(etlUrl)))).toEqual(names.map(() => 'etl_writer'));
  });
});

describe('roleUrl', () => {
  it('passes any password to the driver unchanged', () => {
    const password = `a'b"c\\d/e?f#g@h:i j%25`;
    const url = roleUrl('postgres://postgres:x@127.0.0.1:5432/postgres', 'dw', 'etl_writer', password);
    const client = new pg.Client({ connectionString: url });
    expect(client).toMatchObject({
      user: 'etl_writer',
      password,
      database: 'dw',
      host: '127.0.0.1',
      port: 5432,
    });
  });
});
