import type { PlainEvent } from './brute-force-facts';

/** Carts, orders, refunds and links, each under a key, with times in milliseconds and amounts as numbers. */
export interface PlainCommerce {
  readonly carts: Readonly<Record<string, object>>;
  readonly orders: Readonly<Record<string, object>>;
  readonly refunds: Readonly<Record<string, object>>;
  readonly links: Readonly<Record<string, object>>;
}

const HOUR = 3_600_000;
const CART_NAMES = ['add_to_cart_click', 'remove_from_cart_click', 'checkout_start', 'checkout_step'];

/**
 * Carts, orders, refunds and links by their definition in ADR 0018 and 0039, without a line of the code under test.
 *
 * @param events in order
 * @param settled the same with their settled times, in the order of those
 */
export function bruteForceCommerce(
  events: readonly PlainEvent[],
  settled: readonly PlainEvent[],
): PlainCommerce {
  const whose = (e: PlainEvent) => e.client ?? e.session ?? e.cart?.id ?? null;
  const unique = <T>(values: readonly T[]) => [...new Set(values)];
  const idOf = (e: PlainEvent) =>
    e.order?.id ?? (e.order?.refund ? `refund:${e.order.refund}` : `event:${e.id}`);
  const ofCarts = settled.filter(
    (e) =>
      whose(e) !== null &&
      e.name !== 'order_refund' &&
      (!completes(e) || tellerOf(events, e).id === e.id) &&
      (e.cart?.id || completes(e) || CART_NAMES.includes(e.name)),
  );

  const found = new Map<PlainEvent, string>();
  const cartOf = (e: PlainEvent): string => {
    const cart = found.get(e) ?? findCart(e);
    found.set(e, cart);
    return cart;
  };
  const findCart = (e: PlainEvent): string => {
    if (e.cart?.id) return e.cart.id;
    const earlier = ofCarts.slice(0, ofCarts.indexOf(e)).filter((o) => whose(o) === whose(e));
    const inHand = earlier.at(-1);
    if (!inHand || completes(inHand)) return `event:${e.id}`;
    const takenUp = earlier.findLastIndex((o) => completes(o) || cartOf(o) !== cartOf(inHand));
    const lastUser = earlier
      .slice(takenUp + 1)
      .map(({ user }) => user)
      .findLast((user) => user !== null);
    return e.user && lastUser && e.user !== lastUser ? `event:${e.id}` : cartOf(inHand);
  };

  const cartIds = ofCarts.map(cartOf);
  const carts = unique(cartIds).map((id) => {
    const all = ofCarts.filter((_, index) => cartIds[index] === id);
    const order = all.find(completes);
    const own = order ? all.slice(0, all.indexOf(order) + 1) : all;
    const contents = own.map((_, index) => contentsOf(own.slice(0, index + 1)));
    const isEmpty = (index: number) => contents[index]?.isKnown === true && contents[index].pieces === 0;
    const returns = own.filter((e, index) => {
      const before = own[index - 1];
      return before && e.at - before.at > HOUR && !isEmpty(index - 1);
    });
    const lastFilled = own.findLastIndex((_, index) => !isEmpty(index));
    const endsEmpty = !order && isEmpty(own.length - 1);
    const lastAt = own.at(-1)?.at ?? 0;
    return [
      id,
      {
        client: own[0]?.client ?? null,
        session: own[0]?.session ?? null,
        user: own.map(({ user }) => user).findLast((user) => user !== null) ?? null,
        from: own[0]?.at,
        to: lastAt,
        abandons: order || endsEmpty ? null : lastAt + HOUR,
        checkout: own.find(({ name }) => ['checkout_start', 'checkout_step'].includes(name))?.at ?? null,
        emptied: endsEmpty ? own[lastFilled + 1]?.at : null,
        recovered: returns.at(-1)?.at ?? null,
        bought: order?.at ?? null,
        order: order ? idOf(order) : null,
        value: contents.at(-1)?.value,
        currency: own.map(currencyOf).findLast((currency) => currency !== null) ?? null,
        pieces: contents.at(-1)?.pieces,
        events: own.length,
        sessions: unique(own.map(({ session }) => session).filter((session) => session !== null)).length,
        shoppers: unique(own.map(whose)).length,
        abandonments: returns.length,
        bot: own.some(({ bot }) => bot),
        staff: own.some(({ staff }) => staff),
      },
    ] as const;
  });

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
  /** What a refund says of its amount, by a number or by lines; null where it gives back all that is left. */
  const toldOf = (e: PlainEvent): number | null => {
    const revenue = e.order?.revenue ?? null;
    if (revenue !== null) return Math.abs(revenue);
    const order = events.find((o) => completes(o) && idOf(o) === idOf(e));
    const bought = order?.order?.items ?? order?.cart?.items ?? [];
    const lines = linesOf(e);
    if (!lines) return null;
    return sum(lines.map((l) => l.quantity * (l.discountPrice ?? l.price ?? priceIn(bought, l.id))));
  };
  const isKeyed = (e: PlainEvent) => Boolean(e.order?.refund);
  const isSame = (one: PlainEvent, other: PlainEvent) =>
    idOf(one) === idOf(other) &&
    (isKeyed(one) || isKeyed(other)
      ? one.order?.refund === other.order?.refund
      : Math.abs(one.order?.revenue ?? -1) === Math.abs(other.order?.revenue ?? -1) &&
        piecesOf(one) === piecesOf(other));
  const piecesOf = (e: PlainEvent) =>
    JSON.stringify((linesOf(e) ?? []).map(({ id, quantity }) => [id, quantity]).sort(byText));
  const firstTold = refundEvents.filter((e) => refundEvents.find((other) => isSame(e, other)) === e);
  const hasNumber = (e: PlainEvent) => (e.order?.revenue ?? null) !== null;
  /** Of the refunds that say what they give back, those that are not the same as one that says more. */
  const countsByItself = (e: PlainEvent) =>
    toldOf(e) !== null &&
    (isKeyed(e) ||
      !firstTold.some(
        (other) =>
          other !== e &&
          idOf(other) === idOf(e) &&
          toldOf(other) === toldOf(e) &&
          (isKeyed(other) || (hasNumber(other) && !hasNumber(e))),
      ));
  const currencyOfRefund = (e: PlainEvent) => {
    const order = events.find((o) => completes(o) && idOf(o) === idOf(e));
    if (!order) return currencyOf(e);
    if (toldOf(e) === null) return currencyOf(order);
    return currencyOf(order) && (currencyOf(e) ?? currencyOf(order));
  };
  const restOf = (e: PlainEvent) => {
    const order = events.find((o) => completes(o) && idOf(o) === idOf(e));
    if (!order) return null;
    const given = firstTold.filter(
      (o) => idOf(o) === idOf(e) && countsByItself(o) && currencyOfRefund(o) === currencyOf(order),
    );
    return sum([order.order?.revenue ?? 0, ...given.map((o) => -(toldOf(o) ?? 0))]);
  };
  const amountOf = (e: PlainEvent) => toldOf(e) ?? Math.max(restOf(e) ?? 0, 0);
  const counts = (e: PlainEvent) => {
    if (!firstTold.includes(e)) return false;
    if (toldOf(e) !== null) return countsByItself(e);
    const others = firstTold.filter((o) => idOf(o) === idOf(e));
    const isFirst = others.find((o) => toldOf(o) === null) === e;
    return isFirst && (!others.some(countsByItself) || (restOf(e) ?? 0) > 0);
  };
  const refunds = refundEvents.filter(counts).map(
    (e) =>
      [
        e.id,
        {
          order: idOf(e),
          at: e.at,
          amount: amountOf(e),
          currency: currencyOfRefund(e),
          told: refundEvents.filter((other) => isSame(e, other)).length,
        },
      ] as const,
  );

  const orders = unique(events.filter(completes).map(idOf)).map((id) => {
    const own = events.filter((e) => completes(e) && idOf(e) === id);
    const [first] = own;
    if (!first) throw new Error('An order has a completion.');
    const teller = tellerOf(events, first);
    const given = refundEvents
      .filter((e) => idOf(e) === id && counts(e) && currencyOfRefund(e) === currencyOf(first))
      .map((e) => ({ at: e.at, amount: amountOf(e) }));
    const gross = first.order?.revenue ?? 0;
    const refunded = sum(given.map(({ amount }) => amount));
    return [
      id,
      {
        placed: first.at,
        client: teller.client,
        session: teller.session,
        user: teller.user,
        state: teller.state ?? 'unknown',
        cart: teller.cart?.id ?? null,
        currency: currencyOf(first),
        gross,
        pieces: sum((first.order?.items ?? first.cart?.items ?? []).map(({ quantity }) => quantity)),
        completions: own.length,
        refunds: given.length,
        refunded,
        net: Math.max(sum([gross, -refunded]), 0),
        refundedAt: given.map(({ at }) => at).sort((a, b) => b - a)[0] ?? null,
        bot: teller.bot,
      },
    ] as const;
  });

  const known = events.filter(({ client, user }) => client !== null && user !== null);
  const links = unique(known.map(({ client, user }) => `${client} ${user}`)).map((pair) => {
    const own = known.filter(({ client, user }) => `${client} ${user}` === pair);
    return [pair, { from: own[0]?.at, to: own.at(-1)?.at, events: own.length }] as const;
  });

  return {
    carts: Object.fromEntries(carts),
    orders: Object.fromEntries(orders),
    refunds: Object.fromEntries(refunds),
    links: Object.fromEntries(links),
  };
}

type PlainLine = NonNullable<NonNullable<PlainEvent['order']>['items']>[number];

const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

const completes = ({ name }: PlainEvent): boolean => name === 'checkout_complete';

/** The completion that says who placed the order that this one completes. @param events in order */
export function tellerOf(events: readonly PlainEvent[], e: PlainEvent): PlainEvent {
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

/** What lies in a cart after these events of it, told from the latest that says it all. */
function contentsOf(events: readonly PlainEvent[]): { value: number; pieces: number; isKnown: boolean } {
  const last = events.at(-1);
  if (!last) return { value: 0, pieces: 0, isKnown: false };
  const before = contentsOf(events.slice(0, -1));
  const lines = last.order?.items ?? last.cart?.items;
  const value = last.cart?.value ?? null;
  if (lines) {
    const worth = sum(lines.map((line) => line.quantity * (line.discountPrice ?? line.price ?? 0)));
    return { value: value ?? worth, pieces: sum(lines.map(({ quantity }) => quantity)), isKnown: true };
  }
  if (value !== null) return { value, pieces: value === 0 ? 0 : before.pieces || 1, isKnown: true };
  const moved = last.product?.quantity ?? 1;
  const price = moved * (last.product?.discountPrice ?? last.product?.price ?? 0);
  switch (last.name) {
    case 'add_to_cart_click':
      return { value: sum([before.value, price]), pieces: before.pieces + moved, isKnown: true };
    case 'remove_from_cart_click':
      return before.pieces > moved
        ? { value: Math.max(sum([before.value, -price]), 0), pieces: before.pieces - moved, isKnown: true }
        : { value: 0, pieces: 0, isKnown: true };
    default:
      return before;
  }
}

/** A sum of amounts that have two decimals. */
function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + Math.round(amount * 100), 0) / 100;
}
