import { aWarehouse, type TestWarehouse } from './testing/a-warehouse';

let warehouse: TestWarehouse;

beforeAll(async () => {
  warehouse = await aWarehouse();
});
beforeEach(() =>
  warehouse.empty('sessions', 'orders', 'order_touches', 'refunds', 'identity_links', 'staff_users'),
);
afterAll(() => warehouse.close());

/** An order of 100 as a load writes it, with its touches. */
async function order(id: string, client: string | null, user: string | null): Promise<void> {
  await warehouse.query(
    'etl',
    `INSERT INTO orders (order_id, placed_at, client_id, user_id, gross, pieces, is_bot, is_staff, completions)
     VALUES ($1, '2026-11-02T09:00Z', $2, $3, 100, 1, false, false, 1)`,
    [id, client, user],
  );
  await warehouse.query('etl', 'SELECT renew_order_touches(ARRAY[$1])', [id]);
}

const buyers = () =>
  warehouse.query(
    'shiny',
    'SELECT order_id, buyer, user_id, client_id FROM dash.buyer_orders ORDER BY order_id',
  );

describe('dash.buyer_orders', () => {
  it('names the user behind an order, on all browsers, or its browser, or nobody', async () => {
    await warehouse.query(
      'etl',
      `INSERT INTO identity_links VALUES ('phone', 'mai', '2026-11-02T10:00Z', '2026-11-02T10:00Z', 1)`,
    );
    await order('1', 'laptop', 'mai');
    await order('2', 'phone', null);
    await order('3', 'tablet', null);
    await order('4', null, null);
    expect(await buyers()).toEqual([
      { order_id: '1', buyer: 'user mai', user_id: 'mai', client_id: 'laptop' },
      { order_id: '2', buyer: 'user mai', user_id: 'mai', client_id: 'phone' },
      { order_id: '3', buyer: 'browser tablet', user_id: null, client_id: 'tablet' },
      { order_id: '4', buyer: null, user_id: null, client_id: null },
    ]);
  });

  it('has an order once, however many visits led to it', async () => {
    await warehouse.query(
      'etl',
      `INSERT INTO sessions (session_id, client_id, started_at, ended_at, started_hour, events, page_views, is_bot,
         is_staff, login_state, device, channel, is_resumed, is_clock_corrected)
       SELECT 's' || n, 'laptop', at, at, at, 1, 1, false, false, 'guest', 'mobile', 'direct', false, false
       FROM generate_series(1, 3) AS n, LATERAL (SELECT timestamptz '2026-11-01T09:00Z' + n * interval '1 hour' AS at) AS t`,
    );
    await order('1', 'laptop', null);
    expect(await buyers()).toHaveLength(1);
    expect(await warehouse.query('shiny', 'SELECT count(*) FROM order_touches')).toEqual([{ count: '3' }]);
  });

  it('takes the orders of users in staff_users for those of staff', async () => {
    await order('1', 'laptop', 'mai');
    const staff = () => warehouse.query('shiny', 'SELECT is_staff, net FROM dash.buyer_orders');
    expect(await staff()).toEqual([{ is_staff: false, net: '100' }]);
    await warehouse.query('admin', `INSERT INTO staff_users (user_id) VALUES ('mai')`);
    expect(await staff()).toEqual([{ is_staff: true, net: '100' }]);
  });
});
