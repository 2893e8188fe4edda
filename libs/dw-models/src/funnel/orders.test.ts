import { aWarehouse, type TestWarehouse } from '../testing/a-warehouse';
import { momentOf, putDataUntil } from '../testing/funnel-journeys';
import { DAY, askFunnel, putOrder, putSession, view } from '../testing/funnel-shop';

/** Who signed in on a browser, with the first and the last minute of each. */
const LINKS: readonly (readonly (readonly [string, number, number])[])[] = [
  [],
  [['an', 4, 6]],
  [
    ['an', 4, 6],
    ['minh', 8, 10],
  ],
  [
    ['an', 4, 8],
    ['minh', 6, 10],
  ],
];
/** Before, at, between and after the ends of each. */
const MINUTES = [3, 4, 5, 6, 7, 8, 9, 10, 11];

let warehouse: TestWarehouse;

beforeAll(async () => {
  warehouse = await aWarehouse();
  await putDataUntil(warehouse, 11 * DAY);
});
afterAll(() => warehouse.close());

it('gives each order of a visitor to whoever did the event of that moment, signed in or looked up', async () => {
  let orders = 0;
  for (const links of LINKS)
    for (const minute of MINUTES)
      for (const isSignedIn of [false, true]) {
        const browser = `browser-${++orders}`;
        const user = isSignedIn ? { user_id: `own-${browser}` } : {};
        for (const [name, first, last] of links)
          await warehouse.query('etl', 'INSERT INTO identity_links VALUES ($1, $2, $3, $4, 2)', [
            ...[browser, `${name}-${browser}`, momentOf(first), momentOf(last)],
          ]);
        await putSession(warehouse, browser, [view(minute, user)]);
        await putOrder(warehouse, browser, minute, 1, { client_id: browser, ...user });
      }
  const [first] = await askFunnel(warehouse, { unit: 'visitor', window: '1 minute' });
  expect(first).toMatchObject({
    units: String(orders),
    revenue: [{ currency: 'VND', orders, net: orders }],
  });
});
