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

  it('counts once, as it was told first, however often and in whatever order it is told', async () => {
    await load(at(5, aCheckoutComplete({ order: anOrder({ revenue: 999 }) })));
    await load(at(1, aCheckoutComplete({ order: anOrder({ revenue: 500 }) })));
    expect(await rowsOf(ORDER)).toEqual([{ gross: 500, refunded: 0, net: 500, refunds: 0, completions: 2 }]);
    expect(
      await testBed.warehouse.query('shiny', 'SELECT orders::integer, gross::float8 FROM dash.orders_hourly'),
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

  const items = [
    { id: 'A', price: 100, discountPrice: 80, quantity: 3 },
    { id: 'B', price: 250, quantity: 1 },
  ];
  // Of a sender that says nothing of it: our contract wants an amount.
  const none = { revenue: null, items: [] } as unknown as Partial<Order>;
  it.each([
    ['without an amount, of all of it', [none], 500, 1],
    ['without an amount, of what an earlier one has left', [{ revenue: 120 }, none], 500, 2],
    ['without an amount, of what a later one has left', [none, { revenue: 120 }], 500, 2],
    ['without an amount, and one of the whole amount', [none, { revenue: 500 }], 500, 1],
    [
      'without an amount, told twice with an id each',
      [
        { ...none, refundId: 'r1' },
        { ...none, refundId: 'r2' },
      ],
      500,
      1,
    ],
    ['of lines, at the price that was paid', [{ ...none, items: [{ id: 'A', quantity: 2 }] }], 160, 1],
    [
      'of lines, told again in another order',
      [
        {
          ...none,
          items: [
            { id: 'A', quantity: 1 },
            { id: 'B', quantity: 1 },
          ],
        },
        {
          ...none,
          items: [
            { id: 'B', quantity: 1 },
            { id: 'A', quantity: 1 },
          ],
        },
      ],
      330,
      1,
    ],
    [
      'of lines, and of other lines',
      [
        { ...none, items: [{ id: 'A', quantity: 1 }] },
        { ...none, items: [{ id: 'B', quantity: 1 }] },
      ],
      330,
      2,
    ],
    [
      'of lines by the browser, and of their amount by the server',
      [{ ...none, items: [{ id: 'B', quantity: 1 }] }, { revenue: 250 }],
      250,
      1,
    ],
    ['of lines, and then of the rest', [{ ...none, items: [{ id: 'B', quantity: 1 }] }, none], 500, 2],
    ['of lines that the order does not have', [{ ...none, items: [{ id: 'C', quantity: 1 }] }], 0, 1],
  ] as [string, Partial<Order>[], number, number][])(
    'is refunded by one %s, in whichever order they arrive',
    async (_how, refunds, refunded, count) => {
      const events = [
        at(1, aCheckoutComplete({ order: anOrder({ revenue: 500, items }) })),
        ...refunds.map((order, index) => refund(10 + index * 1440, order)),
      ];
      for (const event of [...events].reverse()) await load(event);
      expect(await rowsOf(ORDER)).toMatchObject([{ refunded, net: 500 - refunded, refunds: count }]);
    },
  );

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
