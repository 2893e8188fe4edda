import { bruteForceCarts } from './brute-force-carts';
import type { PlainEvent } from './plain-event';
import { completes, currencyOf, orderIdOf, sum, buyerEventOf, unique } from './brute-force-orders';
import { bruteForceRefunds, type PlainRefund } from './brute-force-refunds';

/**
 * Carts, orders, refunds and links, each under a key, with times in
 * milliseconds and amounts as numbers.
 */
export interface PlainCommerce {
  readonly carts: Readonly<Record<string, object>>;
  readonly orders: Readonly<Record<string, object>>;
  readonly refunds: Readonly<Record<string, object>>;
  readonly links: Readonly<Record<string, object>>;
}

/**
 * Carts, orders, refunds and links by their definition in ADR 0018 and 0039, without using the code
 * under test.
 *
 * @param events in order
 * @param settled the same with their settled times, in that order
 */
export function bruteForceCommerce(
  events: readonly PlainEvent[],
  settled: readonly PlainEvent[],
): PlainCommerce {
  const refunds = bruteForceRefunds(events);
  return {
    carts: bruteForceCarts(events, settled),
    orders: ordersOf(events, Object.values(refunds)),
    refunds,
    links: linksOf(events),
  };
}

function ordersOf(events: readonly PlainEvent[], refunds: readonly PlainRefund[]) {
  const orders = unique(events.filter(completes).map(orderIdOf)).map((id) => {
    const own = events.filter((e) => completes(e) && orderIdOf(e) === id);
    const [first] = own;
    if (!first) throw new Error('An order has a completion.');
    const buyerEvent = buyerEventOf(events, first);
    const given = refunds.filter(({ order, currency }) => order === id && currency === currencyOf(first));
    const gross = first.order?.revenue ?? 0;
    const refunded = sum(given.map(({ amount }) => amount));
    return [
      id,
      {
        placed: first.at,
        client: buyerEvent.client,
        session: buyerEvent.session,
        user: buyerEvent.user,
        state: buyerEvent.state ?? 'unknown',
        cart: buyerEvent.cart?.id ?? null,
        currency: currencyOf(first),
        gross,
        pieces: sum((first.order?.items ?? first.cart?.items ?? []).map(({ quantity }) => quantity)),
        completions: own.length,
        refunds: given.length,
        refunded,
        net: Math.max(sum([gross, -refunded]), 0),
        refundedAt: given.map(({ at }) => at).sort((a, b) => b - a)[0] ?? null,
        bot: buyerEvent.bot,
      },
    ] as const;
  });
  return Object.fromEntries(orders);
}

function linksOf(events: readonly PlainEvent[]) {
  const known = events.filter(({ client, user }) => client !== null && user !== null);
  const links = unique(known.map(({ client, user }) => `${client} ${user}`)).map((pair) => {
    const own = known.filter(({ client, user }) => `${client} ${user}` === pair);
    return [pair, { from: own[0]?.at, to: own.at(-1)?.at, events: own.length }] as const;
  });
  return Object.fromEntries(links);
}
