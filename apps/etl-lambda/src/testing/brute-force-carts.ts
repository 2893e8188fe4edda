import type { PlainEvent } from './plain-event';
import { completes, currencyOf, orderIdOf, sum, buyerEventOf, unique } from './brute-force-orders';

const HOUR = 3_600_000;
const CART_NAMES = ['add_to_cart_click', 'remove_from_cart_click', 'checkout_start', 'checkout_step'];

/**
 * Carts by their definition in ADR 0018.
 *
 * @param events in order
 * @param settled the same with their settled times, in that order
 */
export function bruteForceCarts(
  events: readonly PlainEvent[],
  settled: readonly PlainEvent[],
): Readonly<Record<string, object>> {
  const whose = (e: PlainEvent) => e.client ?? e.session ?? e.cart?.id ?? null;
  const ofCarts = settled.filter(
    (e) =>
      whose(e) !== null &&
      e.name !== 'order_refund' &&
      (!completes(e) || buyerEventOf(events, e).id === e.id) &&
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
        order: order ? orderIdOf(order) : null,
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
  return Object.fromEntries(carts);
}

/** Contents of a cart after these events, by the latest event that lists them all. */
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
