'use server';

import { refresh } from 'next/cache';
import { readOrderKeys } from '../cart/cart-cookie';
import { formOf, text, typedIn } from '../forms/form-text';
import { readIdentity } from '../identity/identity';
import { isShopError, shop, type Order, type OperationInputs, type ShopGateway } from '../shop';
import { returnMoney } from '../shop/payments';

/** State of a form about an order after a refused submission. */
export interface OrderFormState {
  readonly problem?: string;
  readonly typed?: Record<string, string>;
}

type Change = Pick<OperationInputs['cancelOrder'], 'orderId' | 'viewer' | 'reason'>;

/** Cancels an order of this customer, or of this browser. Sent twice, it is cancelled once. */
export async function cancelOrder(_before: OrderFormState, sent: FormData): Promise<OrderFormState> {
  return changeOwn(sent, (gateway, change) => gateway.cancelOrder(change));
}

/** Asks the shop to take an order back. */
export async function requestReturn(_before: OrderFormState, sent: FormData): Promise<OrderFormState> {
  return changeOwn(sent, (gateway, change) => gateway.requestReturn(change));
}

async function changeOwn(
  sent: FormData,
  change: (gateway: ShopGateway, own: Change) => Promise<Order>,
): Promise<OrderFormState> {
  const form = formOf(sent);
  const [{ userId }, orderKeys] = await Promise.all([readIdentity(), readOrderKeys()]);
  const viewer = { customerId: userId, orderKeys };
  const own = {
    orderId: text(form, 'orderId').slice(0, 40),
    viewer,
    reason: text(form, 'reason').slice(0, 500),
  };
  try {
    await change(await shop(), own);
    await returnMoney();
  } catch (error) {
    if (!isShopError(error)) throw error;
    return { problem: error.message, typed: typedIn(form) };
  } finally {
    refresh();
  }
  return {};
}
