import type { TestWarehouse } from '@clickstream/dw-models/testing';
import { bookFileContent, bookFileKey, bookLineText, type BookLine } from '@clickstream/event-schema/books';

const DAY_MS = 86_400_000;
const ZONE = { timeZone: 'Asia/Ho_Chi_Minh', currency: 'VND' };
const dayOf = (at: Date) => at.toLocaleDateString('sv-SE', { timeZone: ZONE.timeZone });

/**
 * Books of the orders that the warehouse has, with faults: of the first six in time one is
 * missing, one has another amount, one another currency, one another day, one is booked twice,
 * one comes with an order and a refund that nobody has told.
 */
export async function booksOfOrders({ query }: TestWarehouse): Promise<{ key: string; content: string }[]> {
  const orders = await query(
    'shiny',
    `SELECT order_id AS id, placed_at AS at, gross::float8 AS amount, coalesce(currency, 'VND') AS currency
     FROM dash.orders ORDER BY placed_at, order_id`,
  );
  const entries = orders.flatMap((told, index): Omit<Entry, 'number'>[] => {
    const at = told['at'] as Date;
    const order = { kind: 'order' as const, orderId: String(told['id']), at: at.toISOString() };
    const booked = { ...order, amount: Number(told['amount']), currency: String(told['currency']) };
    const refund = {
      kind: 'refund' as const,
      refundId: 'R-untold',
      at: booked.at,
      amount: 5,
      currency: 'VND',
    };
    return (
      [
        [],
        [{ ...booked, amount: booked.amount + 1 }],
        [{ ...booked, currency: 'EUR' }],
        [{ ...booked, at: new Date(at.getTime() + DAY_MS).toISOString() }],
        [booked, { ...booked, amount: 1 }],
        [booked, { ...booked, orderId: 'untold' }, refund],
      ][index] ?? [booked]
    );
  });
  return filesOf(entries);
}

type Entry = Exclude<BookLine, { readonly kind: 'close' }>;

function filesOf(entries: readonly Omit<Entry, 'number'>[]): { key: string; content: string }[] {
  const days = [...new Set(entries.map(({ at }) => dayOf(new Date(at))))].sort();
  let number = 0;
  return days.map((day) => {
    const ofDay = entries.filter(({ at }) => dayOf(new Date(at)) === day);
    const lines = ofDay.map((entry) => ({ ...entry, number: (number += 1) }) as Entry);
    const close = { number: (number += 1), kind: 'close' as const, day, entries: lines.length, ...ZONE };
    return { key: bookFileKey(day), content: bookFileContent([...lines, close].map(bookLineText)) };
  });
}
