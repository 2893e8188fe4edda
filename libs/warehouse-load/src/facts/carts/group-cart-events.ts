import type { CartEvent } from './cart-event';
import { inOrder } from '../input/fact-row';

/**
 * Groups the events of one shopper by cart. An event belongs to the cart that it names; without a
 * name, to the shopper's current cart: that of the event before, until it is ordered. When there is
 * no current cart, or it was another user's, a new cart begins, known by its first event.
 *
 * @param events all cart events of the shopper, in any order, without
 *   completions that repeat an order
 * @returns the events of each cart, in order
 */
export function groupCartEvents(events: readonly CartEvent[]): Map<string, CartEvent[]> {
  const carts = new Map<string, CartEvent[]>();
  let inHand: string | null = null;
  let userInHand: string | null = null;
  for (const event of [...events].sort(inOrder)) {
    const { event_name, user_id } = event;
    const isOfAnother = userInHand !== null && user_id !== null && user_id !== userInHand;
    const cart: string = event.cart_id ?? (isOfAnother ? null : inHand) ?? `event:${event.event_id}`;
    const others = carts.get(cart);
    if (others) others.push(event);
    else carts.set(cart, [event]);
    if (event_name === 'checkout_complete') {
      inHand = null;
      userInHand = null;
    } else {
      userInHand = user_id ?? (cart === inHand ? userInHand : null);
      inHand = cart;
    }
  }
  return carts;
}
