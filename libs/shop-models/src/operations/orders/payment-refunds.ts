import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import type { OperationInputs } from '../../contract/operation-inputs';
import type { PaymentRefund } from '../../contract/payment-contract';
import { PaymentEntity, PaymentRefundEntity } from '../../entities';

const TAKEN_AT_ONCE = 50;

/**
 * Notes that the provider is to give back a refund, if the order was paid by card, in the
 * transaction that writes the refund: the money is owed until the provider has taken it over.
 */
export async function returnByCard(
  manager: EntityManager,
  { id, orderId, amount }: { readonly id: string; readonly orderId: string; readonly amount: number },
): Promise<void> {
  const payment = await manager.findOneBy(PaymentEntity, { orderId, status: 'succeeded' });
  if (payment) await manager.insert(PaymentRefundEntity, { id, paymentId: payment.id, amount });
}

/** Notes that a payment goes back that has bought nothing. It is in no books. */
export async function returnPayment(
  manager: EntityManager,
  { paymentId, amount }: { readonly paymentId: string; readonly amount: number },
): Promise<void> {
  await manager.insert(PaymentRefundEntity, { id: paymentId, paymentId, amount });
}

/** Money that the provider has not given back yet, the oldest first. */
export async function duePaymentRefunds({ manager }: DataSource): Promise<PaymentRefund[]> {
  const rows = await manager.find(PaymentRefundEntity, {
    where: { doneAt: IsNull() },
    order: { writtenAt: 'ASC', id: 'ASC' },
    take: TAKEN_AT_ONCE,
  });
  return rows.map(({ id, paymentId, amount }) => ({ refundId: id, paymentId, amount }));
}

/** Notes that the provider gives it back. */
export async function settlePaymentRefund(
  { manager }: DataSource,
  { refundId }: OperationInputs['settlePaymentRefund'],
): Promise<null> {
  await manager.update(PaymentRefundEntity, { id: refundId, doneAt: IsNull() }, { doneAt: new Date() });
  return null;
}
