import { signIn } from './account';
import { removeFromCart, trackedCart, trackedOrder } from './cart';
import { openPlainPage } from './shop-pages';
import { emptyCart } from '../shoppers/shopper';
import type { Visit } from './visit';

/** Share that continues at each point. */
const GOES_ON = { fromCart: 0.56, afterStart: 0.82, afterDelivery: 0.88, afterPayment: 0.93 };

const TITLE = 'Checkout';

/** Characters of order numbers, as in the shop. */
const READABLE = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Opens the cart, sometimes removes products, and perhaps buys the rest. */
export function visitCart(visit: Visit, eagerness: number): void {
  const { random, shopper } = visit;
  visit.click('a', 'View cart');
  openPlainPage(visit, '/cart', 'Cart');
  visit.record('view_cart', { cart: trackedCart(visit) });
  if (random.chance(0.14)) {
    const removed = random.pick(shopper.cart.lines);
    visit.click('button', 'Remove');
    removeFromCart(visit, removed);
  }
  if (shopper.cart.lines.length > 0 && random.chance(GOES_ON.fromCart * eagerness)) checkOut(visit);
}

function checkOut(visit: Visit): void {
  const { random, shopper } = visit;
  visit.click('a', 'Checkout');
  openPlainPage(visit, '/checkout', TITLE);
  visit.record('checkout_start', { cart: trackedCart(visit) });
  if (visit.loginState() === 'anonymous' && shopper.accountId !== null && random.chance(0.6)) {
    signIn(visit, () => openPlainPage(visit, '/checkout', TITLE));
  }
  if (!random.chance(GOES_ON.afterStart)) return;

  const delivery = random.chance(0.8) ? 'standard' : 'express';
  visit.pause(45);
  if (random.chance(0.08)) {
    visit.click('button', 'Continue to payment');
    visit.record('form_error', {
      form: { name: 'delivery', fields: [random.pick(['phone', 'address', 'ward'])] },
    });
    visit.pause(12);
  }
  visit.click('button', 'Continue to payment');
  if (visit.loginState() === 'anonymous') visit.become('guest');
  openPlainPage(visit, '/checkout?step=payment', TITLE);
  completeStep(visit, 1, 'delivery', delivery);
  if (!random.chance(GOES_ON.afterDelivery)) return;

  const payment = random.weighted([
    ['cash_on_delivery', 55],
    ['bank_transfer', 30],
    ['card_on_delivery', 15],
  ]);
  visit.click('button', 'Continue to review');
  openPlainPage(visit, '/checkout?step=review', TITLE);
  completeStep(visit, 2, 'payment', payment);
  if (random.chance(GOES_ON.afterPayment)) placeOrder(visit, delivery);
}

function completeStep(visit: Visit, step: number, name: string, option: string | null): void {
  visit.record('checkout_step', { checkout: { step, name, option }, cart: trackedCart(visit) });
}

function placeOrder(visit: Visit, delivery: 'standard' | 'express'): void {
  const { random, shopper } = visit;
  visit.click('button', 'Place order');
  const orderId = `SBW-${Array.from({ length: 8 }, () => random.pick([...READABLE])).join('')}`;
  openPlainPage(visit, `/order/${orderId}`, 'Order placed');
  completeStep(visit, 3, 'review', null);
  const { cartId } = trackedCart(visit);
  visit.record('checkout_complete', { order: trackedOrder(visit, orderId, delivery), cart: { cartId } });
  shopper.cart = emptyCart(visit.now(), random);
}
