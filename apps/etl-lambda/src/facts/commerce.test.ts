import {
  aCart,
  aCheckoutComplete,
  aCheckoutStart,
  anAddToCart,
  anEventNamed,
  anOrder,
  anOrderRefund,
  aProduct,
} from '@clickstream/event-schema/testing';
import type { Order } from '@clickstream/event-schema';
import { aFactsStage, at, NINE } from '../testing/facts-stage';

const stage = aFactsStage();
const { load, rowsOf } = stage;

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

  const carts = () => rowsOf('SELECT cart_id, state FROM dash.carts ORDER BY cart_id');
  const cartOf = (cartId: string) => ({ cart: aCart({ cartId }) });
  const FIRST_ALONE = [
    { cart_id: 'cart-1', state: 'bought' },
    { cart_id: 'cart-2', state: 'abandoned' },
  ];

  it.each([
    ['that names no cart', {}],
    ['that names the cart', cartOf('cart-1')],
    ['that names the next cart', cartOf('cart-2')],
    ['on another browser, where it names the next cart', { ...cartOf('cart-2'), clientId: 'phone' }],
    ['by a server that knows the next cart alone', { ...cartOf('cart-2'), clientId: null, sessionId: null }],
  ])('is not bought by an order that is told a second time, %s', async (_how, over) => {
    await load(at(1, anAddToCart()), at(2, { ...aCheckoutComplete(), ...cartOf('cart-1') }));
    await load(at(3, anAddToCart(cartOf('cart-2'))), at(4, { ...aCheckoutComplete(), ...over }));
    expect(await carts()).toEqual(FIRST_ALONE);
    await load(at(5, anAddToCart(cartOf('cart-2'))));
    expect(await carts()).toEqual(FIRST_ALONE);
  });

  it('is not bought after all when the order turns out to have been told before', async () => {
    const phone = { clientId: 'phone', sessionId: 'p1' };
    await load(at(3, anAddToCart(cartOf('cart-2'))));
    await load(at(4, { ...aCheckoutComplete(), ...cartOf('cart-2') }));
    await load(at(1, anAddToCart(phone)), at(2, { ...aCheckoutComplete(), ...phone, ...cartOf('cart-1') }));
    expect(await carts()).toEqual(FIRST_ALONE);
  });

  it('is bought by the browser that tells the order, though a server that knows no browser told it first', async () => {
    await load(at(1, anAddToCart()), at(3, aCheckoutComplete()));
    await load(at(2, aCheckoutComplete({ clientId: null, sessionId: null })));
    expect(await carts()).toEqual([{ cart_id: 'cart-1', state: 'bought' }]);
  });
});

describe('an order', () => {
  const ORDER = 'SELECT gross::float8, refunded::float8, net::float8, refunds, completions FROM dash.orders';

  it('counts once, as it was told first, however often and in whatever order it is told', async () => {
    await load(at(5, aCheckoutComplete({ order: anOrder({ revenue: 999 }) })));
    await load(at(1, aCheckoutComplete({ order: anOrder({ revenue: 500 }) })));
    expect(await rowsOf(ORDER)).toEqual([{ gross: 500, refunded: 0, net: 500, refunds: 0, completions: 2 }]);
    expect(
      await stage.warehouse.query('shiny', 'SELECT orders::integer, gross::float8 FROM dash.orders_hourly'),
    ).toEqual([{ orders: 1, gross: 500 }]);
  });

  const refund = (minute: number, order: Partial<Order>) =>
    at(minute, anOrderRefund({ order: anOrder(order) }));

  it('is worth less by each refund, never less than nothing', async () => {
    await load(refund(10, { revenue: 200 }));
    expect(await rowsOf(ORDER)).toEqual([]);
    await load(at(1, aCheckoutComplete({ order: anOrder({ revenue: 500 }) })));
    expect(await rowsOf(ORDER)).toMatchObject([{ gross: 500, net: 300, refunds: 1 }]);
    await load(refund(11, { revenue: 150 }), refund(12, { revenue: 250 }));
    expect(await rowsOf(ORDER)).toMatchObject([{ gross: 500, refunded: 600, net: 0, refunds: 3 }]);
  });

  it.each<[string, readonly Partial<Order>[], number]>([
    ['told twice with its id', [{ refundId: 'r1' }, { refundId: 'r1' }], 200],
    ['told twice without an id', [{}, {}], 200],
    ['told with its id by the server, and without by the browser', [{}, { refundId: 'r1' }], 200],
    ['with a sign, as some write it', [{}, { revenue: -200 }], 200],
    ['of the same amount, with an id of its own each', [{ refundId: 'r1' }, { refundId: 'r2' }], 400],
    ['of another amount', [{}, { revenue: 100 }], 300],
  ])('is refunded once by a refund %s', async (_how, refunds, refunded) => {
    await load(at(1, aCheckoutComplete({ order: anOrder({ revenue: 500 }) })));
    for (const [day, order] of refunds.entries())
      await load(refund(10 + day * 1440, { revenue: 200, ...order }));
    expect(await rowsOf(ORDER)).toMatchObject([{ refunded, net: 500 - refunded }]);
    expect(await rowsOf('SELECT sum(refunded)::float8 AS refunded FROM dash.refunds_hourly')).toEqual([
      { refunded },
    ]);
  });

  it('counts its refund by its own day and by that of the refund', async () => {
    await load(
      at(1, aCheckoutComplete({ order: anOrder({ revenue: 500 }) })),
      refund(1500, { revenue: 200 }),
    );
    const day = (view: string) =>
      rowsOf(
        `SELECT to_char(hour AT TIME ZONE 'UTC', 'MM-DD HH24') AS hour, refunded::float8 FROM dash.${view}`,
      );
    expect(await day('orders_hourly')).toEqual([{ hour: '11-02 09', refunded: 200 }]);
    expect(await day('refunds_hourly')).toEqual([{ hour: '11-03 10', refunded: 200 }]);
  });

  it('is never added to one in another currency, and its code may be in small letters', async () => {
    const order = (minute: number, orderId: string, currency: string | null, revenue: number) =>
      at(minute, aCheckoutComplete({ order: anOrder({ orderId, currency, revenue }) }));
    await load(
      order(1, 'a', 'VND', 500_000),
      order(2, 'b', 'USD', 1999),
      order(3, 'c', 'vnd', 200_000),
      order(4, 'd', null, 7),
      refund(5, { orderId: 'a', currency: 'USD', revenue: 300 }),
    );
    expect(
      await rowsOf(
        'SELECT currency, orders::integer, gross::float8, net::float8 FROM dash.orders_hourly ORDER BY currency',
      ),
    ).toEqual([
      { currency: 'USD', orders: 1, gross: 1999, net: 1999 },
      { currency: 'VND', orders: 2, gross: 700_000, net: 700_000 },
      { currency: null, orders: 1, gross: 7, net: 7 },
    ]);
    expect(
      await rowsOf('SELECT currency, sum(refunded)::float8 AS refunded FROM dash.refunds_hourly GROUP BY 1'),
    ).toEqual([{ currency: 'USD', refunded: 300 }]);
    expect(
      await rowsOf(
        `SELECT currency, sum(units_ordered)::integer AS units FROM dash.products_hourly GROUP BY 1 ORDER BY 1`,
      ),
    ).toEqual([
      { currency: 'USD', units: 1 },
      { currency: 'VND', units: 2 },
      { currency: null, units: 1 },
    ]);
    expect(
      await rowsOf('SELECT currency, gross::float8 FROM dash.session_revenue_hourly ORDER BY currency'),
    ).toEqual([
      { currency: 'USD', gross: 1999 },
      { currency: 'VND', gross: 700_000 },
      { currency: null, gross: 7 },
    ]);
  });

  it('names the cart that it came from', async () => {
    const phone = { clientId: 'phone' };
    await load(at(1, anAddToCart()), at(2, aCheckoutStart(phone)), at(3, aCheckoutComplete(phone)));
    expect(await rowsOf('SELECT cart_id FROM dash.orders')).toEqual([{ cart_id: 'cart-1' }]);
  });
});

describe('staff', () => {
  afterEach(() => stage.warehouse.query('admin', 'DELETE FROM staff_users'));

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
    await stage.warehouse.query('admin', `INSERT INTO staff_users VALUES ('linh', 'tries out the checkout')`);
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
