import { EVENT_NAMES, SESSION_IDLE_MS, timeOfEventId } from '@clickstream/event-schema';
import { validateEvent } from '@clickstream/event-schema/validate';
import { CATALOGUE } from '@clickstream/shop-models/catalogue';
import { isbot } from 'isbot';
import { timeOf } from '../truth/session-facts';
import { isWeekend, shopHour } from '../shop/shop-days';
import { simulate, simulationStart } from './simulate';
import { A_MONTH, aMonth } from '../testing/simulations';
import type { SimulatedSession } from './visit';

const people = () => aMonth().filter(({ isBot }) => !isBot);
const events = () => aMonth().flatMap((session) => session.events);
const startOf = ({ events: [first] }: SimulatedSession) => (first ? timeOf(first) : Number.NaN);
const did = ({ events: all }: SimulatedSession, name: string) =>
  all.some(({ eventName }) => eventName === name);
const share = (name: string) => aMonth().filter((session) => did(session, name)).length / aMonth().length;

describe('a simulation', () => {
  it('is the same, byte for byte, for the same seed and end', () => {
    const short = { ...A_MONTH, days: 3 };
    expect(JSON.stringify([...simulate(short)])).toBe(JSON.stringify([...simulate(short)]));
    expect(JSON.stringify([...simulate(short)])).not.toBe(
      JSON.stringify([...simulate({ ...short, seed: 8 })]),
    );
  });

  it('stays within its time, with sessions in the order of their start', () => {
    const starts = aMonth().map(startOf);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    const times = events().map(timeOf);
    expect(Math.min(...times.slice(0, 1_000))).toBeGreaterThanOrEqual(simulationStart(A_MONTH).getTime());
    expect(times.every((time) => time <= A_MONTH.until.getTime())).toBe(true);
  });

  it('cuts a session that is still running at the end, and never returns an empty one', () => {
    const until = new Date('2026-11-22T14:00:00Z');
    const sessions = [...simulate({ ...A_MONTH, days: 1, sessionsPerDay: 2_000, until })];
    expect(sessions.every((session) => session.events.length > 0)).toBe(true);
    const last = sessions.flatMap((session) => session.events).map(timeOf);
    expect(last.every((time) => time <= until.getTime())).toBe(true);
  });

  it('makes events of the contract, with every name except the refund, which is a back office event', () => {
    const faults = events().flatMap((event) => {
      const check = validateEvent(event);
      return check.ok ? [] : [check.reason];
    });
    expect(faults).toEqual([]);
    const names = new Set<string>(events().map(({ eventName }) => eventName));
    expect(EVENT_NAMES.filter((name) => !names.has(name))).toEqual(['order_refund']);
  });

  it('gives every event a unique id that contains its time', () => {
    const all = events();
    expect(new Set(all.map(({ eventId }) => eventId)).size).toBe(all.length);
    expect(all.every((event) => timeOfEventId(event.eventId) === timeOf(event))).toBe(true);
  });

  it('names complete products of the catalogue', () => {
    const known = new Map(CATALOGUE.map((product) => [product.id, product]));
    for (const event of events()) {
      if (event.eventName !== 'add_to_cart_click') continue;
      const product = known.get(event.product.id);
      expect(event.product).toEqual({
        id: product?.id,
        name: product?.name,
        category: product?.category,
        brand: product?.brand,
        price: product?.price,
        discountPrice: product?.discountPrice,
        urlPath: `/product/${product?.slug}`,
        quantity: expect.any(Number),
        ...(event.product.listName && {
          listName: expect.any(String),
          position: expect.any(Number),
        }),
      });
    }
  });
});

describe('sessions', () => {
  it('have one browser, events in order, and no pause of 30 minutes inside', () => {
    for (const session of aMonth()) {
      const times = session.events.map(timeOf);
      const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
      expect(Math.min(1, ...pauses)).toBeGreaterThan(0);
      expect(Math.max(0, ...pauses)).toBeLessThan(SESSION_IDLE_MS);
      expect(new Set(session.events.map((event) => event.clientId)).size).toBe(1);
      expect(new Set(session.events.map((event) => event.sessionId)).size).toBe(1);
    }
  });

  it('of one browser are more than 30 minutes apart, and only the first is its first visit', () => {
    const lastEvent = new Map<string, number>();
    for (const session of aMonth()) {
      const before = lastEvent.get(session.clientId);
      if (before !== undefined) expect(startOf(session) - before).toBeGreaterThan(SESSION_IDLE_MS);
      expect(session.events.every((event) => event.isFirstVisit === (before === undefined))).toBe(true);
      lastEvent.set(session.clientId, timeOf(session.events.at(-1) as SimulatedSession['events'][number]));
    }
    const returning = aMonth().length - lastEvent.size;
    expect(returning / aMonth().length).toBeGreaterThan(0.2);
  });

  it('follow the day: quiet at night, a bump at lunch, the peak in the evening, busier weekends', () => {
    const hours = new Array<number>(24).fill(0);
    const working = people().filter((session) => !isWeekend(startOf(session)));
    for (const session of working) {
      const hour = shopHour(startOf(session));
      hours[hour] = (hours[hour] ?? 0) + 1;
    }
    const [night = 0, morning = 0, lunch = 0, afternoon = 0, evening = 0] = [3, 9, 12, 15, 21].map(
      (hour) => hours[hour],
    );
    expect(night * 5).toBeLessThan(morning);
    expect(lunch).toBeGreaterThan(afternoon);
    expect(evening).toBeGreaterThan(lunch);
    const perDay = [working.length / 22, (people().length - working.length) / 8];
    expect(perDay[1]).toBeGreaterThan(perDay[0] ?? 0);
  });

  it('leak like a real shop, step by step', () => {
    expect(share('add_to_cart_click')).toBeGreaterThan(0.1);
    expect(share('add_to_cart_click')).toBeLessThan(0.15);
    expect(share('checkout_start')).toBeLessThan(share('add_to_cart_click') * 0.6);
    expect(share('checkout_complete')).toBeGreaterThan(0.02);
    expect(share('checkout_complete')).toBeLessThan(0.04);
  });

  it('of bots have their user agent, many pages and no purchase; no shopper is mistaken for one', () => {
    const bots = aMonth().filter(({ isBot }) => isBot);
    expect(bots.length).toBeGreaterThan(20);
    for (const session of aMonth()) expect(isbot(session.userAgent)).toBe(session.isBot);
    for (const bot of bots) {
      expect(bot.events.length).toBeGreaterThan(10);
      expect(did(bot, 'add_to_cart_click') || did(bot, 'click')).toBe(false);
    }
  });
});

describe('shoppers', () => {
  it('order only what is in their cart, and pay its sum with delivery', () => {
    const orders = events().flatMap((event) =>
      event.eventName === 'checkout_complete' ? [event.order] : [],
    );
    expect(new Set(orders.map(({ orderId }) => orderId)).size).toBe(orders.length);
    for (const { items, revenue, shipping, tax } of orders) {
      const goods = (items ?? []).map(
        (item) => (item.discountPrice ?? item.price ?? 0) * (item.quantity ?? 0),
      );
      expect(revenue).toBe(goods.reduce((sum, value) => sum + value, 0) + (shipping ?? 0));
      expect(tax).toBe(Math.round(revenue / 11));
    }
  });

  it('have a user id exactly while they are signed in, and some sign in on the way', () => {
    expect(
      events().every((event) => (event.userId !== null) === (event.userLoginState === 'logged_in')),
    ).toBe(true);
    const states = new Set(events().map((event) => event.userLoginState));
    expect([...states].sort()).toEqual(['anonymous', 'guest', 'logged_in']);
    const midway = people().filter(
      (session) => did(session, 'login_success') && session.events[0]?.userLoginState === 'anonymous',
    );
    expect(midway.length).toBeGreaterThan(20);
  });

  it('come from campaigns, searches, social networks and directly', () => {
    const entries = people().map((session) => session.events[0]);
    const count = (of: (entry: { pageUrl: string; referrer: string }) => boolean) =>
      entries.filter((entry) => of({ pageUrl: entry?.pageUrl ?? '', referrer: entry?.referrer ?? '' }))
        .length;
    expect(
      count(({ pageUrl }) => /utm_campaign=.*(gclid|fbclid|ttclid)=[\w-]{24}/.test(pageUrl)),
    ).toBeGreaterThan(200);
    expect(count(({ pageUrl }) => pageUrl.includes('utm_medium=email'))).toBeGreaterThan(50);
    expect(count(({ referrer }) => referrer === 'https://coccoc.com/')).toBeGreaterThan(50);
    expect(count(({ pageUrl, referrer }) => referrer === '' && !pageUrl.includes('?'))).toBeGreaterThan(200);
  });

  it('often view some products that hardly anybody buys', () => {
    const views = new Map<string, number>();
    const ordered = new Set<string>();
    for (const event of events()) {
      if (event.eventName === 'product_view') {
        views.set(event.product.id, (views.get(event.product.id) ?? 0) + 1);
      }
      if (event.eventName === 'checkout_complete') event.order.items?.forEach(({ id }) => ordered.add(id));
    }
    const byViews = [...views].sort(([, a], [, b]) => b - a);
    const [top = 0, median = 0] = [byViews[0]?.[1], byViews[Math.floor(byViews.length / 2)]?.[1]];
    expect(top).toBeGreaterThan(5 * median);
    expect(byViews.slice(0, 15).some(([id]) => !ordered.has(id))).toBe(true);
  });

  it('search for products that the shop has, and for some that it does not have', () => {
    const results = events().flatMap((event) => (event.eventName === 'search' ? [event.search.results] : []));
    expect(results.filter((found) => found === 0).length).toBeGreaterThan(20);
    expect(results.filter((found) => (found ?? 0) > 0).length).toBeGreaterThan(200);
  });
});
