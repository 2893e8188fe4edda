import { rowOf, TIME } from '../testing/a-row';

const completed = (order: object, event: object = {}) =>
  rowOf({
    eventName: 'checkout_complete',
    eventTimestamp: TIME,
    order: { orderId: 'o-1', ...order },
    ...event,
  });

describe('an order with a fault', () => {
  it.each([
    [{ revenue: 100_000, currency: 'vnd' }, 100_000, 'VND'],
    [{ revenue: '100000', currency: 'VND' }, 100_000, 'VND'],
    [{ revenue: '1.990.000', currency: '₫' }, 1_990_000, 'VND'],
    [{ revenue: ' 1 990 000 ', currency: ' VND ' }, 1_990_000, 'VND'],
    [{ revenue: 'NaN', currency: 'VND' }, null, 'VND'],
    [{ revenue: -5, currency: 'VND' }, null, 'VND'],
    [{ revenue: null, currency: 'Vietnamese dong' }, null, null],
    [{ revenue: 5, currency: 'x'.repeat(9_999) }, 5, null],
  ])('counts: %p', (order, revenue, currency) => {
    expect(completed(order)).toMatchObject({ order_id: 'o-1', order_revenue: revenue, currency });
  });

  it('counts, and its free products are not lines', () => {
    const items = [
      { id: 'A', quantity: 1 },
      { id: 'GIFT', quantity: 0 },
      { id: 'B', quantity: '2', price: '5,000,000' },
    ];
    expect(completed({ revenue: 5, items }).items).toEqual([
      { id: 'A', quantity: 1 },
      { id: 'B', quantity: 2, price: 5_000_000 },
    ]);
  });

  it.each([
    '2026-11-02 09:15:30.250 UTC',
    'Mon, 02 Nov 2026 09:15:30 GMT',
    Date.parse(TIME),
    String(Date.parse(TIME)),
    Date.parse(TIME) / 1_000,
    String(Date.parse(TIME) * 1_000),
  ])('counts at its time: %p', (eventTimestamp) => {
    const row = completed({ revenue: 5 }, { eventTimestamp });
    expect(row.event_timestamp.slice(0, 19)).toBe(TIME.slice(0, 19));
  });

  it('is refunded in full where its amount has a minus', () => {
    const refund = { orderId: 'o-1', revenue: -100_000, currency: 'VND' };
    expect(rowOf({ eventName: 'order_refund', eventTimestamp: TIME, order: refund }).order_revenue).toBe(
      100_000,
    );
  });
});

describe('amounts with a fraction', () => {
  it.each([
    ['USD', 30.03, 3003],
    ['usd', '30.03', 3003],
    ['KWD', 1.005, 1005],
    ['EUR', '19,99', 1999],
    ['VND', 100_000.5, 100_000.5],
  ])('are whole units of %s, and stored in its smallest', (currency, revenue, stored) => {
    expect(completed({ revenue, currency }).order_revenue).toBe(stored);
  });

  it('decide the unit of every amount of the event', () => {
    const items = [{ id: 'A', price: 20, quantity: 1 }];
    expect(completed({ revenue: 30.5, tax: 2, shipping: 10.5, currency: 'USD', items })).toMatchObject({
      order_revenue: 3050,
      order_tax: 200,
      order_shipping: 1050,
      items: [{ id: 'A', price: 2000, quantity: 1 }],
    });
  });

  it('are not assumed where all amounts are whole: these are in the smallest unit, as in the contract', () => {
    expect(completed({ revenue: 3003, currency: 'USD' }).order_revenue).toBe(3003);
  });
});
