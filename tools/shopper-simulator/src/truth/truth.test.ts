import { FUNNEL_STEPS } from '@clickstream/event-schema';
import fc from 'fast-check';
import { factsOf } from './session-facts';
import { A_MONTH, aMonth } from '../testing/simulations';
import { truthOf } from './truth';
import type { SimulatedEvent, SimulatedSession } from '../visits/visit';

const truth = truthOf(aMonth(), A_MONTH);

/** All events in one list, as the warehouse receives them. */
const heap = aMonth().flatMap(({ events, isBot }) => events.map((event) => ({ ...event, isBot })));

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
const hanoiDay = (time: string) => calendar.format(new Date(time));

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value)) ?? [];
    group.push(value);
    groups.set(keyOf(value), group);
  }
  return groups;
}

/** The sessions in that list, counted independently by session ids and timestamps only. */
const recountedSessions = [...grouped(heap, ({ sessionId }) => sessionId).values()].map((events) => {
  const viewed = events
    .filter(({ eventName }) => eventName === 'product_view')
    .map(({ eventTimestamp }) => eventTimestamp)
    .sort()[0];
  const isDoneAfter = (...names: string[]) =>
    events.some(
      ({ eventName, eventTimestamp }) =>
        names.includes(eventName) && viewed !== undefined && eventTimestamp >= viewed,
    );
  const order = ['checkout_complete'];
  const checkout = ['checkout_start', 'checkout_step', ...order];
  const states = events.map((event) => event.userLoginState);
  return {
    steps: [
      viewed !== undefined,
      isDoneAfter('add_to_cart_click', ...checkout),
      isDoneAfter(...checkout),
      isDoneAfter(...order),
    ],
    loginState: states.includes('logged_in') ? 'logged_in' : states.includes('guest') ? 'guest' : 'anonymous',
    day: hanoiDay(events.map((event) => event.eventTimestamp).sort()[0] ?? ''),
    isBot: events[0]?.isBot,
  };
});

function recountedFunnel(sessions: typeof recountedSessions) {
  const [productView = 0, addToCart = 0, checkout = 0, order = 0] = [0, 1, 2, 3].map(
    (step) => sessions.filter(({ steps }) => steps[step]).length,
  );
  return { productView, addToCart, checkout, order };
}

describe('the truth', () => {
  it('agrees with a recount of all events', () => {
    const events = heap;
    const orders = events.flatMap((event) => (event.eventName === 'checkout_complete' ? [event.order] : []));
    expect(truth.totals).toEqual({
      events: events.length,
      pageViews: events.filter(({ eventName }) => eventName === 'page_view').length,
      sessions: new Set(events.map(({ sessionId }) => sessionId)).size,
      visitors: new Set(events.map(({ clientId }) => clientId)).size,
      orders: orders.length,
      revenue: orders.reduce((sum, order) => sum + order.revenue, 0),
      funnel: recountedFunnel(recountedSessions),
    });
    expect(truth.bots.events).toBe(events.filter(({ isBot }) => isBot).length);
    expect(truth.bots.sessions).toBe(recountedSessions.filter(({ isBot }) => isBot).length);
    expect(truth.byEventName).toEqual(
      Object.fromEntries([...grouped(events, (event) => event.eventName)].map(([k, all]) => [k, all.length])),
    );
  });

  it('counts events by their login state, and sessions by the strongest that they reached', () => {
    for (const state of ['anonymous', 'guest', 'logged_in'] as const) {
      const events = heap.filter((event) => event.userLoginState === state);
      const sessions = recountedSessions.filter(({ loginState }) => loginState === state);
      const tally = truth.byLoginState[state];
      expect([tally.events, tally.sessions]).toEqual([events.length, sessions.length]);
      expect(tally.funnel).toEqual(recountedFunnel(sessions));
      expect(tally.orders).toBe(events.filter(({ eventName }) => eventName === 'checkout_complete').length);
    }
  });

  it("adds up over the shop's days", () => {
    const { perDay, totals } = truth;
    const byDay = grouped(heap, ({ eventTimestamp }) => hanoiDay(eventTimestamp));
    expect(perDay.map(({ day, events }) => [day, events])).toEqual(
      [...byDay].map(([day, events]) => [day, events.length]).sort(),
    );
    const sessionsByDay = grouped(recountedSessions, ({ day }) => day);
    for (const { day, sessions, funnel } of perDay) {
      expect(sessions).toBe(sessionsByDay.get(day)?.length ?? 0);
      expect(funnel).toEqual(recountedFunnel(sessionsByDay.get(day) ?? []));
    }
    expect(perDay.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(totals.sessions);
  });

  it('counts products by views, clicks on add to cart, and units paid for', () => {
    const { topProducts, totals } = truth;
    const views = topProducts.map((product) => product.views);
    expect(views).toEqual([...views].sort((a, b) => b - a));
    for (const product of topProducts.slice(0, 10)) {
      const mine = heap.filter((event) => 'product' in event && event.product.id === product.id);
      const bought = heap
        .flatMap((event) => (event.eventName === 'checkout_complete' ? (event.order.items ?? []) : []))
        .filter((item) => item.id === product.id);
      expect(product).toMatchObject({
        views: mine.filter(({ eventName }) => eventName === 'product_view').length,
        addToCarts: mine.filter(({ eventName }) => eventName === 'add_to_cart_click').length,
        unitsOrdered: bought.reduce((sum, item) => sum + (item.quantity ?? 0), 0),
      });
    }
    const shipping = heap.reduce(
      (sum, event) => sum + (event.eventName === 'checkout_complete' ? (event.order.shipping ?? 0) : 0),
      0,
    );
    expect(topProducts.reduce((sum, { revenue }) => sum + revenue, 0) + shipping).toBe(totals.revenue);
  });

  it('never counts more sessions at a step than at the previous one', () => {
    const { productView, addToCart, checkout, order } = truth.totals.funnel;
    expect([productView, addToCart, checkout, order]).toEqual(
      [productView, addToCart, checkout, order].sort((a, b) => b - a),
    );
    expect(order).toBeGreaterThan(0);
  });

  it('does not depend on the order in which sessions were delivered', () => {
    const few = aMonth().slice(0, 200);
    expect(truthOf([...few].reverse(), A_MONTH)).toEqual(truthOf(few, A_MONTH));
  });
});

describe('the funnel of a session', () => {
  it('begins with a product view, and a later step implies those before it, for every order of events', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('page_view', ...FUNNEL_STEPS), { maxLength: 12 }), (names) => {
        const events = names.map((eventName, second) => ({
          eventName,
          eventTimestamp: new Date(second * 1000).toISOString(),
          userLoginState: 'anonymous',
        }));
        let reached = 0;
        for (const name of names) {
          if (reached > 0 || name === 'product_view')
            reached = Math.max(reached, FUNNEL_STEPS.findIndex((step) => step === name) + 1);
        }
        const session = {
          ...(aMonth()[0] as SimulatedSession),
          events: events as unknown as SimulatedEvent[],
        };
        expect(factsOf(session).funnelSteps).toBe(reached);
      }),
    );
  });
});
