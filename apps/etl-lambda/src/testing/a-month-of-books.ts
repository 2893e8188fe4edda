import { bookFileContent, bookFileKey, bookLineText, type BookLine } from '@clickstream/event-schema/books';
import { dayText, NOVEMBER, type PlannedOrder, type PlannedRefund } from './planned-books';

const CLOCK = { timeZone: 'Asia/Ho_Chi_Minh', currency: 'VND' };

type Entry = { readonly at: string; numbered(number: number): BookLine };

/** The books of a month as the shop writes them: a file for each day, with numbers without gaps. */
export function bookFilesOf(
  orders: readonly PlannedOrder[],
  refunds: readonly PlannedRefund[],
): { readonly key: string; readonly content: string }[] {
  const byDay = new Map<string, Entry[]>(NOVEMBER.map((day) => [day, []]));
  const add = (entry: Entry) => byDay.get(dayText(entry.at))?.push(entry);
  for (const order of orders) add({ at: order.at, numbered: (number) => orderLine(number, order) });
  for (const refund of refunds) add({ at: refund.at, numbered: (number) => refundLine(number, refund) });
  let number = 0;
  return [...byDay].map(([day, entries]) => {
    const lines = entries
      .sort((one, other) => (one.at < other.at ? -1 : 1))
      .map(({ numbered }) => numbered((number += 1)));
    const close: BookLine = {
      number: (number += 1),
      kind: 'close',
      day,
      ...CLOCK,
      entries: lines.length,
    };
    return { key: bookFileKey(day), content: bookFileContent([...lines, close].map(bookLineText)) };
  });
}

function orderLine(number: number, order: PlannedOrder): BookLine {
  const { orderId, at, amount, cartId, byBrowser, consent, isStaff } = order;
  return {
    number,
    kind: 'order',
    orderId,
    at,
    amount,
    currency: 'VND',
    cartId,
    byBrowser,
    consent,
    isStaff,
  };
}

function refundLine(number: number, { refundId, orderId, at, amount }: PlannedRefund): BookLine {
  return { number, kind: 'refund', refundId, orderId, at, amount, currency: 'VND' };
}
