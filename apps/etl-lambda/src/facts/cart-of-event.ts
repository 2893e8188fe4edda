import type { CartEvent } from './cart-event';
import { inOrder } from './fact-row';

/**
 * Tells which cart each event of one shopper belongs to. An event belongs to the cart that it names; without a name,
 * to the cart that the shopper has in hand: the one of the event before, until it is ordered. When there is none, or
 * another user had it in hand, a new cart begins, known by its first event. A completion that repeats an order belongs
 * to that order's cart.
 *
 * @param events all cart events of the shopper, in any order
 * @returns the events of each cart, in order
 */
export function cartsOfShopper(events: readonly CartEvent[]): Map<string, CartEvent[]> {
  const carts = new Map<string, CartEvent[]>();
  const cartOfOrder = new Map<string, string>();
  let inHand: string | null = null;
  let userInHand: string | null = null;
  for (const event of [...events].sort(inOrder)) {
    const { event_name, order_id, user_id } = event;
    const completes = event_name === 'checkout_complete';
    const orderedCart = completes && order_id !== null ? cartOfOrder.get(order_id) : undefined;
    const isOfAnother = userInHand !== null && user_id !== null && user_id !== userInHand;
    const cart: string =
      event.cart_id ?? orderedCart ?? (isOfAnother ? null : inHand) ?? `event:${event.event_id}`;
    const others = carts.get(cart);
    if (others) others.push(event);
    else carts.set(cart, [event]);
    if (!completes) {
      userInHand = user_id ?? (cart === inHand ? userInHand : null);
      inHand = cart;
    } else if (orderedCart === undefined) {
      inHand = null;
      userInHand = null;
      if (order_id !== null) cartOfOrder.set(order_id, cart);
    }
  }
  return carts;
}
