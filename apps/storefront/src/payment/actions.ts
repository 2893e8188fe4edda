'use server';

import { redirect } from 'next/navigation';
import { readOrderKeys } from '../cart/cart-cookie';
import { formOf, text } from '../forms/form-text';
import { readIdentity } from '../identity/identity';
import { isShopError } from '../shop';
import { offeredCards, payByCard } from '../shop/payments';

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
  if (!card) return { problem: 'Choose a card.' };
  try {
    const outcome = await payByCard({ orderId, viewer: { customerId: userId, orderKeys }, card });
    if (outcome === 'declined')
      return { problem: 'The bank has declined the card. Nothing was taken. Choose another card.' };
  } catch (error) {
    if (!isShopError(error)) throw error;
    return { problem: error.message };
  }
  redirect(`/order/${encodeURIComponent(orderId)}`);
}
