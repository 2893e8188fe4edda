import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import type { ClickstreamEvent } from '@clickstream/event-schema';
import {
  aCart,
  aCheckoutComplete,
  aCheckoutStart,
  anAddToCart,
  anEventNamed,
  anOrder,
  anOrderRefund,
  aPageView,
  aProduct,
} from '@clickstream/event-schema/testing';
import fc from 'fast-check';
import pg from 'pg';
import { gzippedLines } from '../testing/a-bucket';
import { memorySource } from '../testing/memory-source';
import { received } from '../testing/raw-events';
import { runIn } from '../testing/run-once';
import { inTransaction } from '../warehouse/transaction';
import { openWarehouse, type Warehouse } from '../warehouse/warehouse';
import { FACT_TABLES, rebuildFacts } from './rebuild-facts';

let warehouse: TestWarehouse;
let loading: Warehouse;
let objects = 0;

beforeAll(async () => {
  warehouse = await aWarehouse();
  loading = await openWarehouse(warehouse.etlUrl);
});

beforeEach(() =>
  warehouse.query(
    'admin',
    `TRUNCATE clickstream_events, etl_objects, etl_runs, identity_audit, ${FACT_TABLES.join(', ')}`,
  ),
);

afterAll(async () => {
  await loading.close();
  await warehouse.close();
});

const NINE = Date.parse('2026-11-02T09:00:00Z');

/** An event at so many minutes past nine on a day that is long over. */
const at = <E extends ClickstreamEvent>(minute: number, event: E): E => ({
  ...event,
  eventTimestamp: new Date(NINE + minute * 60_000).toISOString(),
});

/** Loads events as one object, in a run of its own. */
async function load(...events: ClickstreamEvent[]): Promise<void> {
  const source = memorySource();
  const lines = events.map((event) => received(event));
  source.put(`events/2026/11/02/09/${String(++objects).padStart(6, '0')}.json.gz`, gzippedLines(lines));
  await runIn(loading, source);
}

async function rebuild(): Promise<void> {
  const client = new pg.Client({ connectionString: warehouse.etlUrl });
  await client.connect();
  await inTransaction(client, () => rebuildFacts(client));
  await client.end();
}

/** Rows of a view, as they are after the loads and, the same, after a rebuild. */
async function rowsOf(sql: string): Promise<Record<string, unknown>[]> {
  const loaded = await warehouse.query('shiny', sql);
  await rebuild();
  expect(await warehouse.query('shiny', sql)).toEqual(loaded);
  return loaded;
}

const empty = aCart({ value: 0, items: [] });

describe('the state of a cart', () => {
  const stateOf = async (): Promise<unknown> => {
    const [cart] = await rowsOf('SELECT state, stage, value::float8 FROM dash.carts');
    return cart;
  };
  const minutesAgo = (minutes: number) => (Date.now() - NINE) / 60_000 - minutes;

  it('is active while less than an hour has passed', async () => {
    await load(at(minutesAgo(50), anAddToCart()));
    expect(await stateOf()).toEqual({ state: 'active', stage: 'cart', value: 23_490_000 });
  });

  it('is abandoned after an hour, with how far it came and what it was worth', async () => {
    await load(at(minutesAgo(70), anAddToCart()));
    expect(await stateOf()).toEqual({ state: 'abandoned', stage: 'cart', value: 23_490_000 });
    await load(at(minutesAgo(61), aCheckoutStart({ cart: aCart({ value: 50 }) })));
    expect(await stateOf()).toEqual({ state: 'abandoned', stage: 'checkout', value: 50 });
  });

  it('is recovered when it goes on after that', async () => {
    await load(at(minutesAgo(90), anAddToCart()), at(minutesAgo(10), anAddToCart()));
    expect(await stateOf()).toMatchObject({ state: 'recovered' });
  });

  it('is emptied when the last line is taken out, and no more once something is put in', async () => {
    await load(at(1, anAddToCart()), at(2, anEventNamed('remove_from_cart_click', { cart: empty })));
    expect(await stateOf()).toMatchObject({ state: 'emptied', value: 0 });
    await load(at(3, anAddToCart()));
    expect(await stateOf()).toMatchObject({ state: 'abandoned' });
  });

  it('is bought, recovered or not, and what comes later changes it no more', async () => {
    await load(at(1, anAddToCart()), at(90, aCheckoutComplete()));
    await load(at(95, anEventNamed('checkout_step', { cart: empty })));
    expect(await rowsOf('SELECT state, order_id, recovered_at, abandonments FROM dash.carts')).toEqual([
      { state: 'bought', order_id: 'order-1', recovered_at: new Date(NINE + 90 * 60_000), abandonments: 1 },
    ]);
  });
});

describe('a cart', () => {
  it('goes on over sessions, and on another browser once its user signs in there', async () => {
    const phone = {
      clientId: 'phone',
      sessionId: 'p1',
      userId: 'linh',
      userLoginState: 'logged_in',
    } as const;
    await load(
      at(1, anAddToCart({ clientId: 'laptop', sessionId: 'l1' })),
      at(40, anAddToCart({ clientId: 'laptop', sessionId: 'l2' })),
    );
    await load(at(50, aCheckoutStart(phone)), at(55, aCheckoutComplete(phone)));
    // Late, and of the browser that has not bought it.
    await load(at(45, anEventNamed('checkout_step', { clientId: 'laptop', sessionId: 'l2', cart: null })));
    expect(
      await rowsOf('SELECT client_id, user_id, state, events, sessions, shoppers FROM dash.carts'),
    ).toEqual([
      { client_id: 'laptop', user_id: 'linh', state: 'bought', events: 5, sessions: 3, shoppers: 2 },
    ]);
  });

  it('that no event names is what a browser does until it orders', async () => {
    const unnamed = (price: number) =>
      anAddToCart({ cart: null, product: aProduct({ id: `P${price}`, price, discountPrice: null }) });
    await load(at(3, aCheckoutComplete()), at(1, unnamed(100)));
    await load(at(2, unnamed(50)), at(9, unnamed(7)));
    expect(
      await rowsOf(
        'SELECT state, order_id, value::float8, pieces, events FROM dash.carts ORDER BY started_at',
      ),
    ).toEqual([
      { state: 'bought', order_id: 'order-1', value: 23_490_000, pieces: 1, events: 3 },
      { state: 'abandoned', order_id: null, value: 7, pieces: 1, events: 1 },
    ]);
  });

  it('is not bought by an order that is told a second time', async () => {
    await load(at(1, anAddToCart()), at(2, aCheckoutComplete()));
    await load(at(3, anAddToCart({ cart: aCart({ cartId: 'cart-2' }) })), at(4, aCheckoutComplete()));
    expect(await rowsOf('SELECT cart_id, state FROM dash.carts ORDER BY cart_id')).toEqual([
      { cart_id: 'cart-1', state: 'bought' },
      { cart_id: 'cart-2', state: 'abandoned' },
    ]);
  });
});

describe('an order', () => {
  const ORDER = 'SELECT gross::float8, refunded::float8, net::float8, refunds, completions FROM dash.orders';

  it('counts once, as it was told first, however often and in whatever order it is told', async () => {
    await load(at(5, aCheckoutComplete({ order: anOrder({ revenue: 999 }) })));
    await load(at(1, aCheckoutComplete({ order: anOrder({ revenue: 500 }) })));
    expect(await rowsOf(ORDER)).toEqual([{ gross: 500, refunded: 0, net: 500, refunds: 0, completions: 2 }]);
    expect(
      await warehouse.query('shiny', 'SELECT orders::integer, gross::float8 FROM dash.orders_hourly'),
    ).toEqual([{ orders: 1, gross: 500 }]);
  });

  it('is worth less by each refund, never less than nothing', async () => {
    const refund = (minute: number, revenue: number) =>
      at(minute, anOrderRefund({ order: anOrder({ revenue }) }));
    await load(refund(10, 200));
    expect(await rowsOf(ORDER)).toEqual([]);
    await load(at(1, aCheckoutComplete({ order: anOrder({ revenue: 500 }) })));
    expect(await rowsOf(ORDER)).toMatchObject([{ gross: 500, net: 300, refunds: 1 }]);
    await load(refund(11, 200), refund(12, 200));
    expect(await rowsOf(ORDER)).toMatchObject([{ gross: 500, refunded: 600, net: 0, refunds: 3 }]);
  });

  it('names the cart that it came from', async () => {
    const phone = { clientId: 'phone' };
    await load(at(1, anAddToCart()), at(2, aCheckoutStart(phone)), at(3, aCheckoutComplete(phone)));
    expect(await rowsOf('SELECT cart_id FROM dash.orders')).toEqual([{ cart_id: 'cart-1' }]);
  });
});

describe('staff', () => {
  afterEach(() => warehouse.query('admin', 'DELETE FROM staff_users'));

  it('is flagged by its events or by the list of its users, and never left out', async () => {
    const staff = { isStaff: true };
    await load(
      at(1, aCheckoutComplete({ userId: 'linh', order: anOrder({ orderId: 'a' }) })),
      at(2, { ...aCheckoutComplete({ order: anOrder({ orderId: 'b' }) }), ...staff }),
      at(3, aCheckoutComplete({ order: anOrder({ orderId: 'c' }) })),
    );
    const flagged = async (view: string) =>
      (await rowsOf(`SELECT order_id FROM dash.${view} WHERE is_staff ORDER BY 1`)).map(
        ({ order_id }) => order_id,
      );
    expect([await flagged('orders'), await flagged('carts')]).toEqual([['b'], ['b']]);
    await warehouse.query('admin', `INSERT INTO staff_users VALUES ('linh', 'tries out the checkout')`);
    expect([await flagged('orders'), await flagged('carts')]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(
      await rowsOf(
        'SELECT is_staff, sum(orders)::integer AS orders FROM dash.orders_hourly GROUP BY 1 ORDER BY 1',
      ),
    ).toEqual([
      { is_staff: false, orders: 1 },
      { is_staff: true, orders: 2 },
    ]);
  });
});

describe('who is behind a browser', () => {
  const order = (minute: number, orderId: string, userId: string | null) =>
    at(minute, aCheckoutComplete({ userId, order: anOrder({ orderId }) }));
  const buyers = async () =>
    Object.fromEntries(
      (await rowsOf('SELECT order_id, user_id FROM dash.orders ORDER BY order_id')).map(
        ({ order_id, user_id }) => [order_id, user_id],
      ),
    ) as Record<string, unknown>;

  it('is the first who signs in there, for what was done before', async () => {
    await load(order(1, 'a', null));
    expect(await buyers()).toEqual({ a: null });
    await load(at(9, aPageView({ userId: 'linh' })));
    expect(await buyers()).toEqual({ a: 'linh' });
  });

  it('is who was signed in before and after, and nobody once signed out for good', async () => {
    await load(
      at(1, aPageView({ userId: 'linh' })),
      order(5, 'a', null),
      at(9, aPageView({ userId: 'linh' })),
    );
    await load(order(10, 'b', null));
    expect(await buyers()).toEqual({ a: 'linh', b: null });
  });

  it('is never two: users of one browser share no purchase', async () => {
    await load(order(1, 'before', null), order(2, 'of linh', 'linh'), order(4, 'between', null));
    await load(order(6, 'of minh', 'minh'), order(7, 'of minh too', null), order(8, 'of minh again', 'minh'));
    await load(order(9, 'after', null));
    expect(await buyers()).toEqual({
      before: 'linh',
      'of linh': 'linh',
      between: null,
      'of minh': 'minh',
      'of minh too': 'minh',
      'of minh again': 'minh',
      after: null,
    });
    // A late event shows that linh used it all the while: what lay within is nobody's for sure.
    await load(at(20, aPageView({ userId: 'linh' })));
    expect(await buyers()).toMatchObject({
      between: 'linh',
      'of minh too': null,
      after: 'linh',
      'of minh': 'minh',
    });
  });

  it('is by the links who it is by all that is known, for any browser', async () => {
    const anyLinks = fc.uniqueArray(
      fc.tuple(fc.constantFrom('u1', 'u2', 'u3'), fc.nat({ max: 6 }), fc.nat({ max: 3 })),
      { selector: ([user]) => user },
    );
    await fc.assert(
      fc.asyncProperty(anyLinks, async (links) => {
        await warehouse.query('admin', 'DELETE FROM identity_links');
        for (const [user, from, length] of links) {
          await warehouse.query(
            'etl',
            `INSERT INTO identity_links VALUES ('c', $1, to_timestamp($2), to_timestamp($3), 1)`,
            [user, from, from + length],
          );
        }
        const told = await warehouse.query(
          'shiny',
          `SELECT dash.user_behind('c', to_timestamp(second)) AS user FROM generate_series(-1, 11) AS second`,
        );
        const expected = told.map((_, index) => {
          const second = index - 1;
          const there = links.filter(([, from, length]) => from <= second && second <= from + length);
          const next = Math.min(...links.map(([, from]) => from));
          const firsts = second < next ? links.filter(([, from]) => from === next) : [];
          const [[user] = [null], ...others] = there.length > 0 ? there : firsts;
          return { user: others.length === 0 ? user : null };
        });
        expect(told).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('is undone for good, through loads and rebuilds, until it is restored', async () => {
    await load(order(1, 'a', null), at(2, aPageView({ userId: 'linh' })));
    const change = (name: string) =>
      warehouse.query('admin', `SELECT ${name}('client-1', 'linh', 'a shared machine') AS done`);
    expect(await change('undo_identity_link')).toEqual([{ done: true }]);
    expect(await change('undo_identity_link')).toEqual([{ done: false }]);
    expect(await buyers()).toEqual({ a: null });
    await load(at(3, aPageView({ userId: 'linh' })));
    expect(await buyers()).toEqual({ a: null });
    expect(await change('restore_identity_link')).toEqual([{ done: true }]);
    expect(await buyers()).toEqual({ a: 'linh' });
    expect(
      await warehouse.query('shiny', 'SELECT nth, action, reason, done_by FROM identity_audit ORDER BY nth'),
    ).toEqual([
      { nth: 1, action: 'made', reason: null, done_by: 'etl_writer' },
      { nth: 2, action: 'undone', reason: 'a shared machine', done_by: 'dw_admin' },
      { nth: 3, action: 'restored', reason: 'a shared machine', done_by: 'dw_admin' },
    ]);
  });
});
