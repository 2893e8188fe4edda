'use server';

import { readOrderKeys } from '../cart/cart-cookie';
import { formOf, text } from '../forms/form-text';
import { readIdentity } from '../identity/identity';
import { isShopError } from '../shop';
import { offeredCards, payByCard } from '../shop/payments';
import { continueTo, sentWords } from '../language/sent-language';

/** State of the form for a card after a refused submission. */
export interface PaymentState {
  readonly problem?: string;
}

/** Pays an order of this customer, or of this browser, by card. Sent twice, it is one charge. */
export async function payOrder(_before: PaymentState, sent: FormData): Promise<PaymentState> {
  const form = formOf(sent);
  const [{ userId }, orderKeys] = await Promise.all([readIdentity(), readOrderKeys()]);
  const orderId = text(form, 'orderId').slice(0, 40);
  const card = offeredCards().find((one) => one.card === text(form, 'card'))?.card;
  const { pay } = (await sentWords()).order;
  if (!card) return { problem: pay.none };
  try {
    const outcome = await payByCard({ orderId, viewer: { customerId: userId, orderKeys }, card });
    if (outcome === 'declined') return { problem: pay.declined };
  } catch (error) {
    if (!isShopError(error)) throw error;
    return { problem: error.message };
  }
  return continueTo(`/order/${encodeURIComponent(orderId)}`);
}
