import type { PlainEvent } from './plain-event';

export const completes = ({ name }: PlainEvent): boolean => name === 'checkout_complete';

/** The order of an event; a refund or an event without an order id counts as one order. */
export const orderIdOf = (e: PlainEvent): string =>
  e.order?.id ?? (e.order?.refund ? `refund:${e.order.refund}` : `event:${e.id}`);

/** The completion that identifies the buyer of this completion's order. @param events in order */
export function buyerEventOf(events: readonly PlainEvent[], e: PlainEvent): PlainEvent {
  const own = e.order?.id ? events.filter((o) => completes(o) && o.order?.id === e.order?.id) : [e];
  return (
    own.find(({ session }) => session) ??
    own.find(({ client, cart }) => client !== null || cart?.id) ??
    own[0] ??
    e
  );
}

export const currencyOf = ({ order, cart }: PlainEvent): string | null =>
  order?.currency ?? cart?.currency ?? null;

export const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** A sum of amounts that have two decimals. */
export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + Math.round(amount * 100), 0) / 100;
}
