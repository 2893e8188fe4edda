import { type History, type PastPart, quoted } from '@clickstream/lake';
import type { Subject } from '../subject/subject';
import type { PastEvent } from './events-in-history';

const DAY_MS = 86_400_000;

/**
 * Removes the rows of the history's facts that are about the subject: visits, carts, and orders
 * with their refunds. Sums of hours stay: they name nobody.
 *
 * @returns the keys of the files that were written again
 */
export async function eraseFacts(
  history: History,
  subject: Subject,
  events: readonly PastEvent[],
): Promise<string[]> {
  // A visit may have begun on the day before its events.
  const days = new Set(events.flatMap(({ day }) => [day, dayBefore(day)]));
  const touched = (relation: string) =>
    history.parts.filter((each) => each.relation === relation && days.has(each.part));
  await history.remember('erased_sessions', new Set(events.flatMap(({ session }) => session ?? [])));
  const id = quoted(subject.id);
  const isTheirs =
    subject.kind === 'user'
      ? `user_id = ${id} OR user_id IS NULL AND session_id IN (FROM erased_sessions)`
      : `client_id = ${id}`;
  const orders = new Set<string>();
  for (const part of touched('public.orders')) {
    const rows = await history.queryFile(part, `SELECT order_id FROM {file} WHERE ${isTheirs}`);
    for (const { order_id } of rows) orders.add(String(order_id));
  }
  await history.remember('erased_orders', orders);
  const ofOrders = 'order_id IN (FROM erased_orders)';
  const keys: string[] = [];
  const remove = async (parts: readonly PastPart[], rows: string) => {
    for (const part of parts) if ((await history.remove(part, rows)) > 0) keys.push(history.keyOf(part));
  };
  for (const table of ['sessions', 'carts', 'orders']) await remove(touched(`public.${table}`), isTheirs);
  await remove(touched('public.order_touches'), `${ofOrders} OR buyer = ${id}`);
  // Refunds come long after their order.
  if (orders.size > 0)
    await remove(
      history.parts.filter((each) => each.relation === 'public.refunds'),
      ofOrders,
    );
  return keys;
}

const dayBefore = (day: string) => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
