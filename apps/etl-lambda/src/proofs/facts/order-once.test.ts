import {
  aCheckoutComplete,
  aCheckoutStart,
  anAddToCart,
  anOrder,
  aPageView,
  aProductView,
} from '@clickstream/event-schema/testing';
import { aFactsTestBed, at } from '@clickstream/warehouse-load/testing';

const testBed = aFactsTestBed();
const { load, rowsOf } = testBed;

const LAPTOP = { client: 'laptop', session: 'l1' };
const PHONE = { client: 'phone', session: 'p1' };

const by = ({ client, session }: typeof LAPTOP) => ({ clientId: client, sessionId: session });

/**
 * Orders, revenue, pieces sold and share of sessions with an order, as the dashboards query them.
 */
const numbers = async () => {
  const [row] = await rowsOf(`
    SELECT (SELECT sum(orders) FROM dash.orders_hourly)::integer AS orders,
      (SELECT sum(gross) FROM dash.orders_hourly)::float8 AS revenue,
      (SELECT sum(units_ordered) FROM dash.products_hourly)::integer AS units,
      (SELECT sum(orders) FROM dash.sessions_hourly)::integer AS "sessionOrders",
      (SELECT sum(ordering_sessions) / sum(sessions) FROM dash.sessions_hourly)::float8 AS conversion`);
  return row;
};

const ONCE = { orders: 1, revenue: 23_520_000, units: 1, sessionOrders: 1, conversion: 1 };

describe('an order that is reported twice', () => {
  it('by one browser, in one session', async () => {
    await load(at(3, aCheckoutComplete()), at(9, aCheckoutComplete()));
    expect(await numbers()).toEqual(ONCE);
  });

  it('in the next session of the same browser', async () => {
    await load(at(3, aCheckoutComplete()));
    await load(at(90, aCheckoutComplete({ sessionId: 'session-2' })));
    expect(await numbers()).toEqual({ ...ONCE, conversion: 0.5 });
  });

  it('by another browser, counting the one placed first, even if it arrives last', async () => {
    await load(at(9, aCheckoutComplete({ ...by(PHONE), order: anOrder({ revenue: 999 }) })));
    expect(await numbers()).toMatchObject({ revenue: 999 });
    await load(at(3, aCheckoutComplete(by(LAPTOP))));
    expect(await numbers()).toEqual({ ...ONCE, conversion: 0.5 });
    expect(await rowsOf('SELECT session_id FROM dash.sessions WHERE orders > 0')).toEqual([
      { session_id: 'l1' },
    ]);
  });

  it('by a server that knows neither browser nor session, before the browser reports it', async () => {
    const steps = [at(1, aProductView()), at(2, anAddToCart()), at(3, aCheckoutStart())];
    await load(...steps, at(4, aCheckoutComplete({ clientId: null, sessionId: null })));
    await load(at(5, aCheckoutComplete()));
    expect(await numbers()).toEqual(ONCE);
    expect(await rowsOf('SELECT ordered FROM dash.sessions_hourly')).toEqual([{ ordered: '1' }]);
    expect(await rowsOf('SELECT placed_at FROM dash.orders')).toEqual([
      { placed_at: new Date('2026-11-02T09:04:00Z') },
    ]);
  });

  it('is two orders when neither has a number', async () => {
    const order = { ...anOrder(), orderId: undefined as unknown as string };
    await load(at(3, aCheckoutComplete({ order })), at(9, aCheckoutComplete({ order })));
    expect(await numbers()).toMatchObject({ orders: 2, sessionOrders: 2, conversion: 1 });
  });
});

describe('the funnel', () => {
  const funnel = () =>
    rowsOf(`SELECT sum(viewed)::integer AS viewed, sum(carted)::integer AS carted,
      sum(checked_out)::integer AS "checkedOut", sum(ordered)::integer AS ordered FROM dash.sessions_hourly`);
  const ALL = [{ viewed: 1, carted: 1, checkedOut: 1, ordered: 1 }];

  it.each([
    ['a hosted checkout', [at(1, aProductView()), at(2, anAddToCart()), at(3, aCheckoutComplete())]],
    ['"buy now"', [at(1, aProductView()), at(2, aCheckoutStart()), at(3, aCheckoutComplete())]],
    ['an order straight from the product', [at(1, aProductView()), at(2, aCheckoutComplete())]],
    ['all at one moment', [at(1, aProductView()), at(1, anAddToCart()), at(1, aCheckoutComplete())]],
  ])('reaches the order by %s: a later step implies those before it', async (_how, events) => {
    await load(...events);
    expect(await funnel()).toEqual(ALL);
  });

  it('begins with a product view: events before it, or without one, are not in it', async () => {
    await load(at(0, aPageView()), at(1, anAddToCart()), at(2, aCheckoutComplete()));
    expect(await funnel()).toEqual([{ viewed: 0, carted: 0, checkedOut: 0, ordered: 0 }]);
    await load(at(3, aProductView()));
    expect(await funnel()).toEqual([{ viewed: 1, carted: 0, checkedOut: 0, ordered: 0 }]);
  });

  const again = { sessionId: 'session-2' };
  const campaign = 'https://shop.example/p/1?utm_source=zalo&utm_medium=social&utm_campaign=tet';
  const landing = [at(1, aPageView({ pageUrl: campaign })), at(1, aProductView({ pageUrl: campaign }))];
  const later = [
    at(36, anAddToCart({ ...again, pageUrl: campaign })),
    at(37, aCheckoutStart({ ...again, pageUrl: 'https://shop.example/checkout' })),
    at(38, aCheckoutComplete({ ...again, pageUrl: 'https://shop.example/order/1' })),
  ];

  it.each([
    ['in order', [landing, later]],
    ['the later session first', [later, landing]],
  ])('continues in a tab that was idle, whose campaign counts once: %s', async (_order, loads) => {
    for (const events of loads) await load(...events);
    expect(await rowsOf('SELECT session_id, channel, utm_source FROM dash.sessions ORDER BY 1')).toEqual([
      { session_id: 'session-1', channel: 'social', utm_source: 'zalo' },
      { session_id: 'session-2', channel: 'direct', utm_source: null },
    ]);
    expect(await funnel()).toEqual([{ viewed: 2, carted: 1, checkedOut: 1, ordered: 1 }]);
  });

  it('does not continue after a day, nor in another browser', async () => {
    await load(...landing);
    await load(
      at(1 + 24 * 60, anAddToCart(again)),
      at(36, anAddToCart({ sessionId: 's3', clientId: 'other' })),
    );
    expect(await funnel()).toEqual([{ viewed: 2, carted: 1, checkedOut: 0, ordered: 0 }]);
    await load(at(2 + 24 * 60, anAddToCart({ sessionId: 's4', clientId: 'client-2' })));
    expect(await funnel()).toEqual([{ viewed: 2, carted: 1, checkedOut: 0, ordered: 0 }]);
  });
});
