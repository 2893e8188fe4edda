import {
  bookFileContent,
  bookFileKey,
  bookLineText,
  type BookLine,
  type BookOrder,
} from '@clickstream/event-schema/books';
import { DESKTOP } from './received-event';

type PlannedEntry = Omit<BookOrder, 'number' | 'kind'>;

const SHOP_OFFSET_MS = 7 * 3_600_000;
/** June 2026: the days that the shop has closed. */
const DAYS = Array.from({ length: 30 }, (_, day) => `2026-06-${String(day + 1).padStart(2, '0')}`);

const planned = (orderId: string, amount: number, over: Partial<PlannedEntry>): PlannedEntry => ({
  orderId,
  at: '2026-06-10T03:00:00.000Z',
  amount,
  currency: 'VND',
  ...over,
});

/** Orders that only the books have, by the key of the class under which the tab must name them. */
export const ONLY_BOOKED: Readonly<Record<string, PlannedEntry>> = {
  'order-missing-no-browser': planned('BOOK-PHONE', 1_000_000, { byBrowser: false }),
  'order-missing-no-consent': planned('BOOK-DENIED', 2_000_000, { consent: 'denied', userAgent: DESKTOP }),
  'order-missing-blocked': planned('BOOK-BLOCKED', 4_000_000, {
    consent: 'granted',
    cartId: 'no-event-has-it',
  }),
  'order-missing-unknown': planned('BOOK-UNKNOWN', 8_000_000, {}),
};

/** The amount by which the books differ for one order that analytics has. */
export const WRONG_BY = 5_000;

/**
 * The books of the shop for June: the orders that events report, one of them with another amount,
 * and some that no event reports.
 */
export function bookFilesFor(
  events: readonly object[],
): { readonly key: string; readonly content: string }[] {
  const orders = [...ordersIn(events), ...Object.values(ONLY_BOOKED)];
  let number = 0;
  return DAYS.map((day) => {
    const lines = orders
      .filter(({ at }) => dayOf(at) === day)
      .map((order): BookLine => ({ number: (number += 1), kind: 'order', ...order }));
    const close: BookLine = {
      number: (number += 1),
      kind: 'close',
      day,
      timeZone: 'Asia/Ho_Chi_Minh',
      currency: 'VND',
      entries: lines.length,
    };
    return { key: bookFileKey(day), content: bookFileContent([...lines, close].map(bookLineText)) };
  });
}

/** The first report of each order; the first of the days has another amount in the books. */
function ordersIn(events: readonly object[]): PlannedEntry[] {
  const byId = new Map<string, PlannedEntry>();
  for (const event of events) {
    const {
      eventName,
      eventTimestamp: at,
      order,
    } = event as {
      readonly eventName?: string;
      readonly eventTimestamp: string;
      readonly order?: { readonly orderId?: string; readonly revenue: number; readonly currency?: string };
    };
    if (eventName !== 'checkout_complete' || !order?.orderId) continue;
    const known = byId.get(order.orderId);
    if (known && known.at <= at) continue;
    byId.set(order.orderId, {
      orderId: order.orderId,
      at,
      amount: order.revenue,
      currency: currencyOf(order.currency),
      userAgent: DESKTOP,
      byBrowser: true,
      consent: 'granted',
    });
  }
  const orders = [...byId.values()].sort((one, other) => (one.at < other.at ? -1 : 1));
  const first = orders.findIndex(({ at }) => DAYS.includes(dayOf(at)));
  return orders.map((order, index) =>
    index === first ? { ...order, amount: order.amount + WRONG_BY } : order,
  );
}

/** An order in what is not a currency is in the shop's own. */
const currencyOf = (named = ''): string => (/^[a-z]{3}$/i.test(named) ? named.toUpperCase() : 'VND');

const dayOf = (at: string): string => new Date(Date.parse(at) + SHOP_OFFSET_MS).toISOString().slice(0, 10);
