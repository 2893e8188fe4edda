import { createShopDataSource } from '@clickstream/shop-models';
import { logDatabaseHealth } from './database-health';
import { databaseOpener, type ShopDatabase } from './shop-database';
import { aWebDatabase } from './testing/a-web-database';

let url: string;
let database: ShopDatabase;
let written: jest.SpyInstance;

beforeAll(async () => {
  url = await aWebDatabase();
  database = await databaseOpener({ databaseUrl: url, parameters: '' })();
});
beforeEach(() => {
  written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => written.mockRestore());
afterAll(() => database.destroy());

const lines = () => written.mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, unknown>);

it('writes the size of the database, and no age while the machine has not told one', async () => {
  await logDatabaseHealth(database, 'Clickstream-staging', new Date(5));
  const [line] = lines();
  expect(line).toEqual({
    _aws: {
      Timestamp: 5,
      CloudWatchMetrics: [
        {
          Namespace: 'Clickstream-staging',
          Dimensions: [[]],
          Metrics: [{ Name: 'ShopDatabaseGiB', Unit: 'Gigabytes' }],
        },
      ],
    },
    ShopDatabaseGiB: expect.closeTo(0.01, 1),
  });
});

it('writes how many days ago the machine was patched, as its installation told', async () => {
  const server = process.env['TEST_POSTGRES_URL'] ?? '';
  const superuser = await createShopDataSource(server, { connections: 1 }).initialize();
  const name = new URL(url).pathname.slice(1);
  const [{ day }] = await superuser.query<[{ day: string }]>('SELECT (current_date - 12)::text AS day');
  await superuser.query(`ALTER DATABASE ${name} SET clickstream.patched_on = '${day}'`);
  await superuser.destroy();
  await logDatabaseHealth(database, 'Clickstream', new Date());
  expect(lines()).toEqual([expect.objectContaining({ ShopDatabasePatchAgeDays: 12 })]);
});
