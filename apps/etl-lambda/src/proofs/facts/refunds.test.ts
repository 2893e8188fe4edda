import { aCheckoutComplete, anOrder, anOrderRefund } from '@clickstream/event-schema/testing';
import type { Order } from '@clickstream/event-schema';
import { aFactsTestBed, at } from '@clickstream/warehouse-load/testing';

const testBed = aFactsTestBed();

const { load, rowsOf } = testBed;

describe('an order', () => {
  const ORDER = 'SELECT gross::float8, refunded::float8, net::float8, refunds, completions FROM dash.orders';
  const refund = (minute: number, order: Partial<Order>) =>
    at(minute, anOrderRefund({ order: anOrder(order) }));
  const items = [
    { id: 'A', price: 100, discountPrice: 80, quantity: 3 },
    { id: 'B', price: 250, quantity: 1 },
  ];
  // From a sender that names no amount, which our contract requires.
  const none = { revenue: null, items: [] } as unknown as Partial<Order>;
  it('loses value with each refund, and never goes below 0', async () => {
    await load(refund(10, { revenue: 200 }));
    expect(await rowsOf(ORDER)).toEqual([]);
    await load(at(1, aCheckoutComplete({ order: anOrder({ revenue: 500 }) })));
    expect(await rowsOf(ORDER)).toMatchObject([{ gross: 500, net: 300, refunds: 1 }]);
    await load(refund(11, { revenue: 150 }), refund(12, { revenue: 250 }));
    expect(await rowsOf(ORDER)).toMatchObject([{ gross: 500, refunded: 600, net: 0, refunds: 3 }]);
  });

  it.each<[string, readonly Partial<Order>[], number]>([
    ['reported twice with its id', [{ refundId: 'r1' }, { refundId: 'r1' }], 200],
    ['reported twice without an id', [{}, {}], 200],
    ['reported with its id by the server, and without it by the browser', [{}, { refundId: 'r1' }], 200],
    ['with a sign, as some write it', [{}, { revenue: -200 }], 200],
    ['of the same amount, each with a different id', [{ refundId: 'r1' }, { refundId: 'r2' }], 400],
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

  it.each([
    ['without an amount, of all of it', [none], 500, 1],
    ['without an amount, of what an earlier one has left', [{ revenue: 120 }, none], 500, 2],
    ['without an amount, of what a later one has left', [none, { revenue: 120 }], 500, 2],
    ['without an amount, and one of the whole amount', [none, { revenue: 500 }], 500, 1],
    [
      'without an amount, reported twice with an id each',
      [
        { ...none, refundId: 'r1' },
        { ...none, refundId: 'r2' },
      ],
      500,
      1,
    ],
    ['of lines, at the price that was paid', [{ ...none, items: [{ id: 'A', quantity: 2 }] }], 160, 1],
    [
      'of lines, reported again in another order',
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
  it('counts its refund by the day of the order and by that of the refund', async () => {
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
});
