import { aShopMonth, type ShopMonth } from './testing/a-shop-month';
import { booksOfOrders } from './testing/books-of-orders';
import { oddVisits } from './testing/odd-visits';

let shop: ShopMonth;
let visits: number;

beforeAll(async () => {
  shop = await aShopMonth();
  visits = await shop.receive(5, 60, oddVisits());
  await shop.bucket.put('events/2026/11/02/09/broken.json', '{"broken\n');
  await shop.load();
  for (const { key, content } of await booksOfOrders(shop.warehouse)) await shop.bucket.put(key, content);
  await shop.load();
});

afterAll(() => shop.close());

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

describe('npm run witness', () => {
  it('agrees with the warehouse on every number of some hundred shoppers', async () => {
    const { output, errors, code } = await shop.witness();
    expect({ errors, code, end: lastLine(output) }).toEqual({
      errors: '',
      code: 0,
      end: expect.stringMatching(/^[\d,]+ numbers agree\.$/),
    });
    expect(visits).toBeGreaterThan(200);
    expect(output).toContain(`not witnessed: `);
  });

  it('has been shown what simulated shoppers do not do', async () => {
    const [row] = await shop.warehouse.query(
      'shiny',
      `SELECT (SELECT count(*)::int FROM sessions WHERE is_clock_corrected) AS corrected,
         (SELECT count(*)::int FROM dash.sessions WHERE is_resumed AND viewed_at = started_at) AS resumed,
         (SELECT sum(duplicates)::int FROM etl_objects) AS duplicates,
         (SELECT count(*)::int FROM etl_quarantine) AS quarantined,
         (SELECT count(*)::int FROM dash.refunds) AS refunds,
         (SELECT max(touches) FROM dash.order_touches) >= 5 AS touches,
         (SELECT least(sum(views), sum(clicks), sum(add_to_carts), sum(lines_ordered)) > 0
           FROM dash.lists_hourly) AS lists,
         (SELECT count(*)::int FROM dash.buyer_orders WHERE buyer = 'user owner') AS "ofOwner",
         (SELECT array_agg(DISTINCT class ORDER BY class) FROM dash.books_reconciled) AS classes`,
    );
    expect(row).toEqual({
      ...{
        corrected: 1,
        resumed: 1,
        duplicates: 1,
        quarantined: 1,
        refunds: 4,
        touches: true,
        lists: true,
        ofOwner: 3,
      },
      classes: ['doubled', 'extra', 'matched', 'missing', 'other_day', 'wrong_amount', 'wrong_currency'],
    });
  });

  it.each([
    [
      'Overview: gross revenue',
      'orders',
      'order_id',
      'UPDATE orders SET gross = gross + 1',
      `currency = 'VND'`,
    ],
    ['Overview: sessions', 'sessions', 'session_id', 'DELETE FROM sessions', 'true'],
    [
      'Pages & search: sessions by exit page',
      'sessions',
      'session_id',
      `UPDATE sessions SET exit_path = '/spoilt'`,
      'true',
    ],
  ])('fails and names %s when one row of %s was spoilt', async (tile, table, key, spoil, which) => {
    const { query } = shop.warehouse;
    const [row] = await query(
      'admin',
      `SELECT ${key} AS id, to_jsonb(t) AS old FROM ${table} AS t WHERE ${which} LIMIT 1`,
    );
    await query('admin', `${spoil} WHERE ${key} = $1`, [row?.['id']]);
    const { output, code } = await shop.witness();
    await query('admin', `DELETE FROM ${table} WHERE ${key} = $1`, [row?.['id']]);
    await query('admin', `INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1)`, [
      row?.['old'],
    ]);
    expect(code).toBe(1);
    expect(lastLine(output)).toMatch(/^\d+ of [\d,]+ numbers differ\.$/);
    const lines = output.split('\n');
    const place = lines.findIndex((line) => line.startsWith(`${tile} `));
    expect(lines[place + 1]).toMatch(
      /^ {2}(?:people|bots), \w+, (?:\d{4}-\d\d-\d\d|\/\S*): warehouse [\d,]+, witness [\d,]+, difference -?1$/,
    );
  });

  it('says how many lines of other forms it leaves out, and counts the days asked for', async () => {
    const at = new Date().toISOString();
    await shop.bucket.putEvents('events/2026/11/02/10/segment.json.gz', [
      {
        ...{ type: 'page', anonymousId: 'a', messageId: 'm-1', timestamp: at },
        _ingest: { receivedAt: at, requestId: 'r', sourceIp: '192.0.2.0/24', sender: 'segment' },
      },
    ]);
    await shop.load();
    const { output, code } = await shop.witness('--json');
    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ lines: { other: 1, unreadable: 1 }, waiting: 0 });
    const before = JSON.parse((await shop.witness('--json', '--to', '2026-11-03')).output) as object;
    expect(before).toMatchObject({ to: '2026-11-03' });
  });
});
