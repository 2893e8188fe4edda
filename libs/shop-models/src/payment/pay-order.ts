import type { OperationInputs } from '../contract/operation-inputs';
import { isShopError } from '../contract/shop-error';
import type { ShopOperations } from '../contract/shop-contract';
import type { ChargeAnswer, PaymentProvider } from './provider';

type Shop = Pick<
  ShopOperations,
  'startPayment' | 'settlePayment' | 'duePaymentRefunds' | 'settlePaymentRefund'
>;

/** An order to be paid, by whom, and with which card. */
export interface PayOrder extends Readonly<OperationInputs['startPayment']> {
  readonly card: string;
}

/**
 * Pays an order: asks the provider for one charge, however often and from wherever it is called,
 * and notes the answer. Without an answer the payment is pending until a notice comes.
 *
 * @throws ShopError `order_not_found`
 */
export async function payOrder(
  shop: Shop,
  provider: PaymentProvider,
  { card, ...own }: PayOrder,
): Promise<'nothing_to_pay' | ChargeAnswer['outcome']> {
  const { payment } = await shop.startPayment(own);
  if (!payment) return 'nothing_to_pay';
  const answer = await provider
    .charge({ ...payment, card })
    .catch((): ChargeAnswer => ({ outcome: 'pending' }));
  if (answer.outcome === 'pending') return 'pending';
  const reason = answer.outcome === 'declined' ? answer.reason : '';
  await shop.settlePayment({ paymentId: payment.paymentId, outcome: answer.outcome, reason });
  await giveMoneyBack(shop, provider);
  return answer.outcome;
}

/** The end of a request to the webhook. The provider repeats what the shop could not take. */
export type NoticeResult = 'taken' | 'not_signed' | 'unknown_payment';

/**
 * Takes what the provider tells by itself. The same notice again changes nothing.
 *
 * @throws Error when the shop does not answer: the provider repeats the notice
 */
export async function takeNotice(
  shop: Shop,
  provider: PaymentProvider,
  { body, signature }: { readonly body: string; readonly signature: string },
): Promise<NoticeResult> {
  const notice = provider.readNotice(body, signature);
  if (!notice) return 'not_signed';
  const { paymentId, outcome, reason } = notice;
  try {
    await shop.settlePayment({ paymentId, outcome, reason: reason.slice(0, 500) });
  } catch (error) {
    if (isShopError(error)) return 'unknown_payment';
    throw error;
  }
  await giveMoneyBack(shop, provider);
  return 'taken';
}

/**
 * Has the provider give back what is owed to customers. What it does not take now stays owed, and
 * is tried again the next time.
 *
 * @returns the number of refunds that it took
 */
export async function giveMoneyBack(shop: Shop, provider: PaymentProvider): Promise<number> {
  let given = 0;
  for (const refund of await shop.duePaymentRefunds({})) {
    try {
      await provider.refund(refund);
    } catch {
      continue;
    }
    await shop.settlePaymentRefund({ refundId: refund.refundId });
    given += 1;
  }
  return given;
}
