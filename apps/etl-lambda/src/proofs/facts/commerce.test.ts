import {
  aCheckoutComplete,
  aCheckoutStart,
  anAddToCart,
  anOrder,
  anOrderRefund,
} from '@clickstream/event-schema/testing';
import type { Order } from '@clickstream/event-schema';
import { aFactsTestBed, at } from '@clickstream/warehouse-load/testing';

const testBed = aFactsTestBed();

const { load, rowsOf } = testBed;

describe('an order', () => {
  const ORDER = 'SELECT gross::float8, refunded::float8, net::float8, refunds, completions FROM dash.orders';
  const refund = (minute: number, order: Partial<Order>) =>
    at(minute, anOrderRefund({ order: anOrder(order) }));
  it('counts once, as it was first reported, however often and in whatever order it is reported', async () => {
    await load(at(5, aCheckoutComplete({ order: anOrder({ revenue: 999 }) })));
    await load(at(1, aCheckoutComplete({ order: anOrder({ revenue: 500 }) })));
    expect(await rowsOf(ORDER)).toEqual([{ gross: 500, refunded: 0, net: 500, refunds: 0, completions: 2 }]);
    expect(
      await testBed.warehouse.query('shiny', 'SELECT orders::integer, gross::float8 FROM dash.orders_hourly'),
    ).toEqual([{ orders: 1, gross: 500 }]);
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
  afterEach(() => testBed.warehouse.query('admin', 'DELETE FROM staff_users'));

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
    await testBed.warehouse.query(
      'admin',
      `INSERT INTO staff_users VALUES ('linh', 'tries out the checkout')`,
    );
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
