import { createHash } from 'node:crypto';
import { uuidV7From, type EventName, type Product } from '@clickstream/event-schema';
import { anEventNamed, anOrder } from '@clickstream/event-schema/testing';
import { itemsWith, listOf, placeOf, PRODUCTS, refundOf } from './random-products';
import { BOT, DESKTOP, MOBILE, received, receivedElsewhere, receivedLate } from './received-event';

const FIRST_DAY = Date.parse('2026-06-01T00:00:00Z');
const DAYS = 130;
const DAY_MS = 86_400_000;

/**
 * Steps of the funnel come in any order and number, to test the rule and not typical behaviour.
 */
const NAMES: readonly EventName[] = [
  ...Array.from({ length: 6 }, (): EventName => 'page_view'),
  ...Array.from({ length: 5 }, (): EventName => 'product_view'),
  ...Array.from({ length: 3 }, (): EventName => 'add_to_cart_click'),
  ...Array.from({ length: 2 }, (): EventName => 'checkout_start'),
  'checkout_step',
  'checkout_complete',
  'checkout_complete',
  'order_refund',
  'search',
];
const CURRENCIES = ['VND', 'VND', 'VND', 'USD', 'vnd', null] as const;
const STATES = ['anonymous', 'anonymous', 'guest', 'logged_in', null] as const;
const AGENTS = [DESKTOP, MOBILE, MOBILE, BOT];
const REFERRERS = ['', 'https://www.google.com/', 'https://www.facebook.com/', 'https://shop.example/'];
/** A user listed in `staff_users`. */
export const STAFF_USER = 'user-of-the-shop';

const CLOCKS_BEHIND = [-7_200_000, -600_000, -180_000, -60_100, -59_900, 0, 299_000, 301_000, 900_000];

/**
 * The lag of a browser's clock, which changes in the middle of some sessions, and the time of
 * its request.
 */
function wayOf(index: number, place: number): { readonly behindMs: number; readonly tookMs: number } {
  const clock = Math.floor(index / 5) + (index % 3 === 0 && place > 3 ? 1 : 0);
  const tookMs = place === 2 && index % 7 === 0 ? 480_000 : (place * 37_003 + index * 101) % 40_000;
  return { behindMs: CLOCKS_BEHIND[clock % CLOCKS_BEHIND.length] ?? 0, tookMs };
}

/** The sequence number of an event; some browsers start again on each page, some do not count. */
function countOf(index: number, place: number): number | null {
  if (index % 4 === 0) return place % 3;
  return index % 9 === 0 ? null : place;
}

/** A generator of numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Sessions over 130 days from 1 June 2026, long enough for lines by week: across midnight, with
 * login states that change and go missing, events in the same millisecond, bots, staff, events
 * without session or browser, sessions that continue where their browser had stopped, orders and
 * refunds that a later session reports again, one in twenty from another sender, and one in five
 * from a browser whose clock is wrong.
 */
export function randomSessions(seed: number, count: number): object[] {
  const random = randomFrom(seed);
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const orderIds: string[] = [];
  const orderOf = (name: EventName, product: Product): object => {
    const isNew = name === 'checkout_complete' && random() < 0.8;
    if (isNew) orderIds.push(`order-${orderIds.length}`);
    const price = product.price ?? 0;
    return anOrder({
      orderId: isNew ? orderIds.at(-1) : (orderIds[Math.floor(random() * orderIds.length)] ?? 'unknown'),
      refundId: name === 'order_refund' && random() < 0.5 ? `refund-${Math.floor(random() * 40)}` : null,
      revenue: price,
      currency: oneOf(CURRENCIES),
      items: itemsWith(product, orderIds.length),
      ...(name === 'order_refund' ? refundOf(product, orderIds.length) : {}),
    });
  };
  let before = { time: FIRST_DAY, clientId: null as string | null };
  const sessions = Array.from({ length: count }, (_, index) => {
    const isNameless = random() < 0.02;
    const goesOn = random() < 0.2;
    let time = goesOn ? before.time + 2_400_000 : FIRST_DAY + Math.floor(random() * DAYS * DAY_MS);
    let loginState = oneOf(STATES);
    const userAgent = oneOf(AGENTS);
    const visit = {
      sessionId: isNameless ? null : `random-${index}`,
      clientId: goesOn
        ? before.clientId
        : random() < 0.02
          ? null
          : `browser-${Math.floor(random() * count * 0.6)}`,
      referrer: oneOf(REFERRERS),
      isFirstVisit: [true, false, null][index % 3],
      isStaff: index % 17 === 0,
      userId: index % 13 === 0 ? STAFF_USER : null,
    };
    const events = Array.from({ length: 1 + Math.floor(random() * 9) }, (_step, place): object[] => {
      if (random() < 0.15) loginState = oneOf(STATES);
      time += Math.floor(random() * random() * 600_000) * (random() < 0.1 ? 0 : 1);
      const name = oneOf(NAMES);
      const product = {
        ...oneOf(PRODUCTS),
        quantity: 1 + Math.floor(random() * 3),
        ...placeOf(index, place),
      };
      const order = name === 'checkout_complete' || name === 'order_refund' ? orderOf(name, product) : null;
      const event = (own: EventName, nth: number, more: object) => ({
        ...anEventNamed(own),
        eventId: uuidV7From(time, createHash('sha256').update(`${seed}-${index}-${nth}`).digest()),
        eventTimestamp: new Date(time).toISOString(),
        userLoginState: loginState,
        ...visit,
        ...more,
      });
      const way = (own: object) => {
        if (index % 5 === 3)
          return receivedLate({ ...own, sequence: countOf(index, place) }, userAgent, wayOf(index, place));
        return index % 20 === 0 ? receivedElsewhere(own, userAgent) : received(own, userAgent);
      };
      const isOfProduct = name === 'product_view' || name === 'add_to_cart_click';
      const told = [event(name, place, isOfProduct ? { product } : order ? { order } : {})];
      if (name === 'product_view' && product.listName)
        told.unshift(
          event('product_list_view', place + 0.1, { list: listOf(product.listName, index) }),
          event('select_item', place + 0.2, { product }),
        );
      return told.map(way);
    }).flat();
    before = { time, clientId: visit.clientId };
    return events;
  });
  return sessions.flat();
}
