import fc from 'fast-check';
import type { PlainEvent } from './plain-event';
import { DAY } from './raw-event';

/** Events as they arrive, object by object. */
export interface Shopping {
  readonly objects: readonly { readonly hour: string; readonly events: readonly PlainEvent[] }[];
  /** The object after which the link between the first browser and the first user is undone. */
  readonly undoAfter: number;
}

/** The browser of each visit, unless an event says another. */
const BROWSERS = ['c1', 'c1', 'c1', 'c2', 'c2', 'c3', null];

/** Few days, so that some visits are just within 30 days of an order, and some just outside. */
const DAYS = [0, 1, 9, 10, 20, 30, 31, 39, 40, 41, 60];

/** Few browsers, users and orders over some weeks, so that most events can reach some order. */
const anyEvent: fc.Arbitrary<PlainEvent> = fc
  .record({
    id: fc.uuid({ version: 7 }),
    visit: fc.nat({ max: BROWSERS.length - 1 }),
    strayClient: fc.option(fc.constantFrom('c1', 'c2', 'c3'), { freq: 8 }),
    user: fc.constantFrom(null, null, 'u1', 'u1', 'u2', 'u3'),
    day: fc.constantFrom(...DAYS),
    minute: fc.constantFrom(0, 0, 1, 5),
    name: fc.constantFrom(
      'page_view',
      'page_view',
      'page_view',
      'checkout_complete',
      'checkout_complete',
      'order_refund',
    ),
    bot: fc.nat({ max: 9 }).map((one) => one === 0),
    staff: fc.nat({ max: 9 }).map((one) => one === 0),
    source: fc.constantFrom('zalo', null, null),
    order: fc.constantFrom('o1', 'o2', 'o3', 'o4'),
    revenue: fc.constantFrom(100, 19.99, 500, null),
    currency: fc.constantFrom('VND', 'VND', null, 'JPY'),
    hasSession: fc.nat({ max: 9 }).map((one) => one > 1),
  })
  .map(({ visit, strayClient, day, minute, order, revenue, currency, hasSession, name, ...event }) => ({
    ...event,
    name,
    at: DAY + (day - 60) * 86_400_000 + minute * 60_000,
    offset: null,
    sequence: null,
    session: hasSession ? `s${visit}` : null,
    client: strayClient ?? BROWSERS[visit] ?? null,
    state: event.user === null ? 'guest' : 'logged_in',
    firstVisit: null,
    path: '/a',
    product: null,
    cart: null,
    order: name === 'page_view' ? null : { id: order, refund: null, revenue, currency, items: [] },
    receivedHour: 0,
    isThirdParty: false,
  }));

/** An event that is sent again, as it was or with other contents. */
const anyAgain = fc.record({
  nth: fc.nat(),
  object: fc.nat({ max: 5 }),
  other: fc.option(anyEvent, { freq: 3 }),
});

/** Up to six objects that arrive in any order, with copies that replace what came later. */
export const anyShopping: fc.Arbitrary<Shopping> = fc
  .record({
    events: fc.uniqueArray(anyEvent, { selector: ({ id }) => id, minLength: 6, maxLength: 30 }),
    again: fc.array(anyAgain, { maxLength: 6 }),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
    undoAfter: fc.nat({ max: 8 }),
  })
  .map(({ events, again, order, undoAfter }) => {
    const objects = order.map((object) => ({
      hour: `0${object}`,
      events: events.filter((_, index) => index % order.length === object),
    }));
    for (const { nth, object, other } of again) {
      const event = events[nth % events.length];
      const target = objects.find(({ hour }) => hour === `0${object}`);
      if (event && target) target.events.push(other ? { ...other, id: event.id } : event);
    }
    return { objects, undoAfter };
  });
