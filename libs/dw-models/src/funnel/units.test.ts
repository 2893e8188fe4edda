import { aWarehouse, type TestWarehouse } from '../testing/a-warehouse';
import { momentOf, putDataUntil } from '../testing/funnel-journeys';
import {
  DAY,
  STEPS,
  add,
  askFunnel,
  buy,
  putOrder,
  putSession,
  view,
  type Row,
} from '../testing/funnel-shop';

let warehouse: TestWarehouse;
const put = (session: string, events: readonly Row[], about?: object) =>
  putSession(warehouse, session, events, about);
const ask = (more: object = {}) => askFunnel(warehouse, more);
/** Units that did each step. */
const counts = async (more: object = {}) => (await ask(more)).map(({ units }) => Number(units));

beforeAll(async () => {
  warehouse = await aWarehouse();
  await putDataUntil(warehouse, 11 * DAY);
});
beforeEach(() => warehouse.empty('clickstream_events', 'sessions', 'orders', 'identity_links'));
afterAll(() => warehouse.close());

describe('a unit of dash.funnel', () => {
  it('follows a visitor who is known over browsers and carts over sessions', async () => {
    await put('phone', [view(1), add(2, { user_id: 'linh', cart_id: 'c' }), view(3)]);
    await put('laptop', [buy(4, { user_id: 'linh', cart_id: 'c' })]);
    await put('stranger', [view(5), add(6, { cart_id: 'd' })]);
    await warehouse.query('etl', `INSERT INTO identity_links VALUES ('phone', 'linh', $1, $1, 1)`, [
      momentOf(2),
    ]);
    await putOrder(warehouse, 'o', 4, 50, { client_id: 'laptop', user_id: 'linh', cart_id: 'c' });
    expect(await counts()).toEqual([2, 2, 0]);
    const visitors = await ask({ unit: 'visitor' });
    // After its only user has signed in for the last time, nobody knows who acts on the phone.
    expect(visitors.map(({ units }) => units)).toEqual(['3', '2', '1']);
    expect(visitors[2]?.['revenue']).toEqual([{ currency: 'VND', orders: 1, net: 50 }]);
    expect(await counts({ unit: 'cart', steps: STEPS.slice(1) })).toEqual([2, 1]);
  });

  it('asks dash.user_behind where two users share a browser', async () => {
    await put('shared', [view(1, { user_id: 'an' }), view(5), add(6, { user_id: 'minh' }), view(9), add(10)]);
    await warehouse.query(
      'etl',
      `INSERT INTO identity_links VALUES ('shared', 'an', $1, $1, 1), ('shared', 'minh', $2, $3, 2)`,
      [momentOf(1), momentOf(6), momentOf(10)],
    );
    const units = await warehouse.query(
      'shiny',
      'SELECT unit, reached FROM dash.funnel_units($1, $2, $3) ORDER BY 1',
      [JSON.stringify({ steps: STEPS, unit: 'visitor' }), momentOf(0), momentOf(DAY)],
    );
    expect(units).toEqual([
      { unit: 'browser:shared', reached: 1 },
      { unit: 'user:an', reached: 1 },
      { unit: 'user:minh', reached: 2 },
    ]);
  });
});
