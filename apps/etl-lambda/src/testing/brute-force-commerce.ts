import type { PlainEvent } from './brute-force-facts';

/** Carts, orders and links, each under a key, with times in milliseconds and amounts as numbers. */
export interface PlainCommerce {
  readonly carts: Readonly<Record<string, object>>;
  readonly orders: Readonly<Record<string, object>>;
  readonly links: Readonly<Record<string, object>>;
}

const HOUR = 3_600_000;
const CART_NAMES = ['add_to_cart_click', 'remove_from_cart_click', 'checkout_start', 'checkout_step'];

/**
 * Carts, orders and links by their definition in ADR 0018, without a line of the code under test.
 *
 * @param events in order
 */
export function bruteForceCommerce(events: readonly PlainEvent[]): PlainCommerce {
  const whose = (e: PlainEvent) => e.client ?? e.session ?? e.cart?.id ?? null;
  const unique = <T>(values: readonly T[]) => [...new Set(values)];
  const idOf = (e: PlainEvent) => e.order?.id ?? `event:${e.id}`;
  const completes = ({ name }: PlainEvent) => name === 'checkout_complete';
  const ofCarts = events.filter(
    (e) =>
      whose(e) !== null &&
      e.name !== 'order_refund' &&
      (e.cart?.id || completes(e) || CART_NAMES.includes(e.name)),
  );

  /** The event that told first of the order that this one completes once more. */
  const toldBefore = (e: PlainEvent): PlainEvent | undefined => {
    const told = ofCarts.find((o) => completes(o) && whose(o) === whose(e) && o.order?.id === e.order?.id);
    return completes(e) && e.order?.id && told !== e ? told : undefined;
  };
  const found = new Map<PlainEvent, string>();
  const cartOf = (e: PlainEvent): string => {
    const cart = found.get(e) ?? findCart(e);
    found.set(e, cart);
    return cart;
  };
  const findCart = (e: PlainEvent): string => {
    if (e.cart?.id) return e.cart.id;
    const told = toldBefore(e);
    if (told) return cartOf(told);
    const earlier = ofCarts
      .slice(0, ofCarts.indexOf(e))
      .filter((o) => whose(o) === whose(e) && !toldBefore(o));
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

  const ofOrders = events.filter((e) => completes(e) || e.name === 'order_refund');
  const orders = unique(ofOrders.map(idOf)).map((id) => {
    const own = ofOrders.filter((e) => idOf(e) === id);
    const first = own.find(completes);
    const refunds = own.filter((e) => !completes(e));
    return [
      id,
      {
        placed: first?.at ?? null,
        client: first?.client ?? null,
        user: first?.user ?? null,
        state: first ? (first.state ?? 'unknown') : null,
        cart: first?.cart?.id ?? null,
        currency: first ? currencyOf(first) : null,
        gross: first?.order?.revenue ?? 0,
        pieces: sum((first?.order?.items ?? first?.cart?.items ?? []).map(({ quantity }) => quantity)),
        completions: own.length - refunds.length,
        refunds: refunds.length,
        refunded: sum(refunds.map(({ order }) => Math.abs(order?.revenue ?? 0))),
        refundedAt: refunds.at(-1)?.at ?? null,
        bot: first?.bot ?? false,
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
    links: Object.fromEntries(links),
  };
}

const currencyOf = ({ order, cart }: PlainEvent): string | null => order?.currency ?? cart?.currency ?? null;

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
  const price = last.product?.discountPrice ?? last.product?.price ?? 0;
  switch (last.name) {
    case 'add_to_cart_click':
      return { value: sum([before.value, price]), pieces: before.pieces + 1, isKnown: true };
    case 'remove_from_cart_click':
      return before.pieces > 1
        ? { value: Math.max(sum([before.value, -price]), 0), pieces: before.pieces - 1, isKnown: true }
        : { value: 0, pieces: 0, isKnown: true };
    default:
      return before;
  }
}

/** A sum of amounts that have two decimals. */
function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + Math.round(amount * 100), 0) / 100;
}
