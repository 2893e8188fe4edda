import { aWarehouse, type TestWarehouse } from '../testing/a-warehouse';
import { putDataUntil } from '../testing/funnel-journeys';
import { DAY, add, askFunnel, buy, putOrder, putSession, view, type Row } from '../testing/funnel-shop';

let warehouse: TestWarehouse;
const put = (session: string, events: readonly Row[], about?: object) =>
  putSession(warehouse, session, events, about);
const ask = (more: object = {}) => askFunnel(warehouse, more);

beforeAll(async () => {
  warehouse = await aWarehouse();
  await putDataUntil(warehouse, 11 * DAY);
});
beforeEach(() => warehouse.empty('clickstream_events', 'sessions', 'orders', 'identity_links'));
afterAll(() => warehouse.close());

describe('dash.funnel', () => {
  it('has a row for each step where nobody came', async () => {
    expect(await ask()).toMatchObject([
      {
        step: 1,
        event: 'product_view',
        units: '0',
        pending: '0',
        lost: '0',
        median_seconds: null,
        revenue: [],
      },
      { step: 2, event: 'add_to_cart_click', units: '0' },
      { step: 3, event: 'checkout_complete', units: '0' },
    ]);
  });

  it('tells the lost from those whose window is still open, and times the steps', async () => {
    await put('bought', [view(1), add(3), buy(13)]);
    await put('slow', [view(1), add(5)]);
    await put('left', [view(9)]);
    await put('open', [view(9.5 * DAY), add(9.5 * DAY + 8)]);
    expect(await ask({ window: '2 days' })).toMatchObject([
      { units: '4', pending: '0', lost: '1', median_seconds: null },
      { units: '3', pending: '1', lost: '1', median_seconds: 240, p90_seconds: 432 },
      { units: '1', pending: '0', lost: '0', median_seconds: 600 },
    ]);
  });

  it('adds up what those who came to a step paid within their window, by currency', async () => {
    await put('a', [view(1), add(2), buy(3)]);
    await put('b', [view(1), add(2)]);
    await putOrder(warehouse, 'before', 0, 1, { session_id: 'a' });
    await putOrder(warehouse, 'late', 2 * DAY, 2, { session_id: 'a' });
    await putOrder(warehouse, 'first', 3, 70, { session_id: 'a' });
    await putOrder(warehouse, 'second', DAY + 1, 30, { session_id: 'a' });
    await putOrder(warehouse, 'dollars', 4, 5, { session_id: 'b', currency: 'USD' });
    const dong = { currency: 'VND', orders: 2, net: 100 };
    const dollars = { currency: 'USD', orders: 1, net: 5 };
    expect((await ask()).map(({ revenue }) => revenue)).toEqual([[dollars, dong], [dollars, dong], [dong]]);
  });
});
