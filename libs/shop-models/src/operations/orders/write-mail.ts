import type { EntityManager } from 'typeorm';
import type { OrderStatus } from '../../checkout/order-status';
import type { Order } from '../../contract/order-contract';
import { MailEntity } from '../../entities';
import {
  cancellationMail,
  confirmationMail,
  refundMail,
  shippingMail,
  type OrderMail,
} from '../../mail/order-mail';
import { readOrder } from './get-order';

/** Writes the confirmation of an order that counts, in the transaction that makes it count. */
export async function mailConfirmation(manager: EntityManager, order: Order): Promise<void> {
  await writeMail(manager, order, confirmationMail(order));
}

/** Writes what a customer should hear of a new status, in the transaction that changes it. */
export async function mailStatus(
  manager: EntityManager,
  orderId: string,
  status: OrderStatus,
): Promise<void> {
  if (status !== 'shipped' && status !== 'cancelled') return;
  const order = await requireOrder(manager, orderId);
  // Somebody who has paid hears of their money instead.
  if (status === 'cancelled' && wasPaid(order)) return;
  await writeMail(manager, order, status === 'shipped' ? shippingMail(order) : cancellationMail(order));
}

/** Writes that money comes back, if the customer has paid any. */
export async function mailRefund(
  manager: EntityManager,
  { orderId, id, amount }: { readonly orderId: string; readonly id: string; readonly amount: number },
): Promise<void> {
  const order = await requireOrder(manager, orderId);
  if (wasPaid(order)) await writeMail(manager, order, refundMail(order, id, amount));
}

async function requireOrder(manager: EntityManager, orderId: string): Promise<Order> {
  const order = await readOrder(manager, orderId);
  if (!order) throw new Error(`Order ${orderId} is missing while a mail about it is written.`);
  return order;
}

function wasPaid({ steps }: Order): boolean {
  return steps.some(({ status }) => status === 'paid' || status === 'delivered');
}

async function writeMail(
  manager: EntityManager,
  { orderId, details }: Order,
  { key, subject, body }: OrderMail,
): Promise<void> {
  // Of an order whose customer was erased nobody hears.
  if (details.delivery.email === '') return;
  await manager
    .createQueryBuilder()
    .insert()
    .into(MailEntity)
    .values({ key, orderId, recipient: details.delivery.email, subject, body })
    .orIgnore()
    .execute();
}
