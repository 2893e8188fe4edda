import { newEventId, type EventName } from '@clickstream/event-schema';
import { aProduct, anEventNamed, anOrder } from '@clickstream/event-schema/testing';
import { BOT, DESKTOP, MOBILE, received } from './received-event';

const LAPTOP = aProduct({
  id: 'LAP-1',
  name: 'Norden Aero 14',
  price: 20_000_000,
  discountPrice: 18_000_000,
});
const MONITOR = aProduct({
  id: 'MON-1',
  name: 'Màn hình Kestrel 27',
  category: 'monitors',
  brand: 'Kestrel',
  price: 5_000_000,
  discountPrice: null,
});

/**
 * Sessions of two days in March 2026, Monday 2 and Tuesday 3 on the shop's clock (UTC+7). The R
 * tests contain their numbers, counted by hand. Nothing else happens in the first half of that
 * month.
 */
export function knownSessions(): object[] {
  return [
    ...session('buyer', 'browser-1', MOBILE, [
      // Monday 09:00: browses anonymously, logs in, buys two laptops.
      at('2026-03-02T02:00:00Z', 'page_view', 'anonymous'),
      at('2026-03-02T02:01:00Z', 'product_view', 'anonymous', { product: LAPTOP }),
      at('2026-03-02T02:02:00Z', 'add_to_cart_click', 'anonymous', { product: LAPTOP }),
      at('2026-03-02T02:03:00Z', 'page_view', 'logged_in'),
      at('2026-03-02T02:04:00Z', 'checkout_start', 'logged_in'),
      at('2026-03-02T02:05:00Z', 'checkout_complete', 'logged_in', anOrderOfTwo()),
    ]),
    ...session('over-midnight', 'browser-1', DESKTOP, [
      // Begins half a minute before Tuesday, views the monitor half a minute into it.
      // A member of the shop's staff.
      at('2026-03-02T16:59:30Z', 'page_view', 'guest', { isStaff: true }),
      at('2026-03-02T17:00:30Z', 'product_view', 'guest', { product: MONITOR }),
    ]),
    ...session('out-of-order', 'browser-2', DESKTOP, [
      // Tuesday 10:00: adds from a list before it opens the product page, and checks out after it.
      at('2026-03-03T03:00:00Z', 'add_to_cart_click', 'anonymous', { product: MONITOR }),
      at('2026-03-03T03:01:00Z', 'product_view', 'anonymous', { product: MONITOR }),
      at('2026-03-03T03:02:00Z', 'checkout_start', 'anonymous'),
    ]),
    ...session('crawler', 'browser-3', BOT, [
      at('2026-03-03T04:00:00Z', 'page_view', 'anonymous'),
      at('2026-03-03T04:00:01Z', 'page_view', 'anonymous'),
      at('2026-03-03T04:00:02Z', 'product_view', 'anonymous', { product: LAPTOP }),
    ]),
    // Tuesday 12:00: a browser that sends no ids, not even that of its session.
    received({ ...at('2026-03-03T05:00:00Z', 'page_view', null), sessionId: null, clientId: null }, MOBILE),
  ];
}

type LoginState = 'logged_in' | 'guest' | 'anonymous' | null;

function at(time: string, name: EventName, loginState: LoginState, over: object = {}): object {
  const ids = { eventId: newEventId(Date.parse(time)), eventTimestamp: time };
  return { ...anEventNamed(name), ...ids, userLoginState: loginState, ...over };
}

function anOrderOfTwo(): object {
  const items = [{ ...LAPTOP, quantity: 2 }];
  return { order: anOrder({ orderId: 'order-known', revenue: 36_030_000, items }) };
}

function session(id: string, browser: string, userAgent: string, events: readonly object[]): object[] {
  return events.map((event) => received({ ...event, sessionId: id, clientId: browser }, userAgent));
}
