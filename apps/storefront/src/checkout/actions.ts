'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { consentOf } from '../consent/consent';
import { readConsent } from '../consent/read-consent';
import { isAtDesk } from '../identity/id-token';
import { readIdentity } from '../identity/identity';
import { closeCart, readCartKey } from '../cart/cart-cookie';
import { COOKIES, keepCookie } from '../cookies/shop-cookies';
import { formOf, typedIn } from '../forms/form-text';
import { offeredPayments } from '../payment/offered-payments';
import { readVisitor } from './visitor-fields';
import { checkDelivery, isPaymentMethod, isShopError, shop, type DeliveryErrors } from '../shop';
import { continueTo, sentWords } from '../language/sent-language';

/** State of a step after a refused submission. */
export interface StepState {
  readonly problem?: string;
  readonly fields?: DeliveryErrors;
  readonly typed?: Record<string, string>;
}

/** Stores contact and delivery. A shopper who is not signed in buys as a guest from here on. */
export async function saveDelivery(_before: StepState, sent: FormData): Promise<StepState> {
  const cartKey = await requireCartKey();
  const typed = typedIn(formOf(sent));
  const checked = checkDelivery(typed);
  if (!checked.ok) return { fields: checked.errors, typed };

  const refused = await refusal((gateway) => gateway.saveCheckout({ cartKey, delivery: checked.delivery }));
  if (refused) return { problem: refused, typed };
  const { shopper } = await readIdentity();
  if (!shopper) await keepCookie(COOKIES.guest, 'yes');
  else if (typed.keep === 'yes') {
    const { userId: customerId, email, name } = shopper;
    const { name: to, phone, address, ward, province } = checked.delivery;
    const kept = {
      customer: { customerId, email, name },
      address: { name: to, phone, address, ward, province },
    };
    // A full book stops no order.
    await refusal((gateway) => gateway.keepAddress(kept));
  }
  return continueTo('/checkout?step=payment');
}

/** Stores the payment method. */
export async function savePayment(_before: StepState, sent: FormData): Promise<StepState> {
  const cartKey = await requireCartKey();
  const payment = formOf(sent).get('payment');
  if (!isPaymentMethod(payment) || !offeredPayments().includes(payment))
    return { problem: (await sentWords()).checkout.payment.none };

  const refused = await refusal((gateway) => gateway.saveCheckout({ cartKey, payment }));
  if (refused) return { problem: refused };
  return continueTo('/checkout?step=review');
}

/** Places the order for the total that was shown. Sent twice, it is still one order. */
export async function placeOrder(_before: StepState, sent: FormData): Promise<StepState> {
  const cartKey = await requireCartKey();
  const { shopper } = await readIdentity();
  const form = formOf(sent);
  const expectedTotal = Number(form.get('expectedTotal'));
  let orderId: string;
  try {
    const gateway = await shop();
    if (shopper) {
      // An account may be older than this database.
      const { userId, email, name } = shopper;
      await gateway.welcomeCustomer({ customer: { customerId: userId, email, name }, cartKey });
    }
    const customerId = shopper?.userId ?? null;
    // Of a guest nobody knows it.
    const origin = await readOrigin(shopper && isAtDesk(shopper));
    const visitor = readVisitor(form);
    const placing = { cartKey, customerId, expectedTotal, origin, visitor };
    const { order, orderKey } = await gateway.placeOrder(placing);
    orderId = order.orderId;
    await closeCart(orderKey);
  } catch (error) {
    if (!isShopError(error)) throw error;
    refresh();
    return { problem: error.message };
  }
  return continueTo(`/order/${orderId}`);
}

/** Origin of an order, with which the books explain what events miss. */
async function readOrigin(isStaff: boolean | null) {
  const userAgent = (await headers()).get('user-agent')?.slice(0, 1000) ?? null;
  return { byBrowser: true, userAgent, consent: consentOf(await readConsent()), isStaff };
}

async function requireCartKey(): Promise<string> {
  return (await readCartKey()) ?? continueTo('/cart');
}

async function refusal(
  change: (gateway: Awaited<ReturnType<typeof shop>>) => Promise<unknown>,
): Promise<string | null> {
  try {
    await change(await shop());
    return null;
  } catch (error) {
    if (isShopError(error)) return error.message;
    throw error;
  }
}
