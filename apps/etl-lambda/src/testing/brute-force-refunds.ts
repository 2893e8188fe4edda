import type { PlainEvent } from './plain-event';
import { completes, currencyOf, orderIdOf, sum } from './brute-force-orders';

/** A refund that counts. */
export interface PlainRefund {
  readonly order: string;
  readonly at: number;
  readonly amount: number;
  readonly currency: string | null;
  readonly told: number;
}

type PlainLine = NonNullable<NonNullable<PlainEvent['order']>['items']>[number];

const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

/**
 * Refunds by their definition in ADR 0039, by the id of the event that reported each first. @param
 * events in order
 */
export function bruteForceRefunds(events: readonly PlainEvent[]): Readonly<Record<string, PlainRefund>> {
  const refundEvents = events.filter(({ name }) => name === 'order_refund');
  const linesOf = (e: PlainEvent) => {
    const lines = e.order?.items ?? e.cart?.items ?? [];
    return (e.order?.revenue ?? null) === null && lines.length > 0 ? lines : null;
  };
  const priceIn = (lines: readonly PlainLine[], id: string) => {
    const prices = lines.filter((line) => line.id === id).map((line) => line.discountPrice ?? line.price);
    const known = prices.filter((price) => price !== undefined);
    return known.length > 0 ? Math.max(...known) : 0;
  };
  /**
   * Amount that a refund states, by a number or by lines; null for a refund of all that remains.
   */
  const statedAmountOf = (e: PlainEvent): number | null => {
    const revenue = e.order?.revenue ?? null;
    if (revenue !== null) return Math.abs(revenue);
    const order = events.find((o) => completes(o) && orderIdOf(o) === orderIdOf(e));
    const bought = order?.order?.items ?? order?.cart?.items ?? [];
    const lines = linesOf(e);
    if (!lines) return null;
    return sum(lines.map((l) => l.quantity * (l.discountPrice ?? l.price ?? priceIn(bought, l.id))));
  };
  const isKeyed = (e: PlainEvent) => Boolean(e.order?.refund);
  const isSame = (one: PlainEvent, other: PlainEvent) =>
    orderIdOf(one) === orderIdOf(other) &&
    (isKeyed(one) || isKeyed(other)
      ? one.order?.refund === other.order?.refund
      : Math.abs(one.order?.revenue ?? -1) === Math.abs(other.order?.revenue ?? -1) &&
        piecesOf(one) === piecesOf(other));
  const piecesOf = (e: PlainEvent) =>
    JSON.stringify((linesOf(e) ?? []).map(({ id, quantity }) => [id, quantity]).sort(byText));
  const firstReports = refundEvents.filter((e) => refundEvents.find((other) => isSame(e, other)) === e);
  const hasNumber = (e: PlainEvent) => (e.order?.revenue ?? null) !== null;
  /** The refunds that state an amount, except for those that repeat a more detailed one. */
  const countsByItself = (e: PlainEvent) =>
    statedAmountOf(e) !== null &&
    (isKeyed(e) ||
      !firstReports.some(
        (other) =>
          other !== e &&
          orderIdOf(other) === orderIdOf(e) &&
          statedAmountOf(other) === statedAmountOf(e) &&
          (isKeyed(other) || (hasNumber(other) && !hasNumber(e))),
      ));
  const currencyOfRefund = (e: PlainEvent) => {
    const order = events.find((o) => completes(o) && orderIdOf(o) === orderIdOf(e));
    if (!order) return currencyOf(e);
    if (statedAmountOf(e) === null) return currencyOf(order);
    return currencyOf(order) && (currencyOf(e) ?? currencyOf(order));
  };
  const restOf = (e: PlainEvent) => {
    const order = events.find((o) => completes(o) && orderIdOf(o) === orderIdOf(e));
    if (!order) return null;
    const given = firstReports.filter(
      (o) => orderIdOf(o) === orderIdOf(e) && countsByItself(o) && currencyOfRefund(o) === currencyOf(order),
    );
    return sum([order.order?.revenue ?? 0, ...given.map((o) => -(statedAmountOf(o) ?? 0))]);
  };
  const amountOf = (e: PlainEvent) => statedAmountOf(e) ?? Math.max(restOf(e) ?? 0, 0);
  const counts = (e: PlainEvent) => {
    if (!firstReports.includes(e)) return false;
    if (statedAmountOf(e) !== null) return countsByItself(e);
    const others = firstReports.filter((o) => orderIdOf(o) === orderIdOf(e));
    const isFirst = others.find((o) => statedAmountOf(o) === null) === e;
    return isFirst && (!others.some(countsByItself) || (restOf(e) ?? 0) > 0);
  };
  const refunds = refundEvents.filter(counts).map(
    (e) =>
      [
        e.id,
        {
          order: orderIdOf(e),
          at: e.at,
          amount: amountOf(e),
          currency: currencyOfRefund(e),
          told: refundEvents.filter((other) => isSame(e, other)).length,
        },
      ] as const,
  );
  return Object.fromEntries(refunds);
}
