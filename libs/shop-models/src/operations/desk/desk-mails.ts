import type { DataSource } from 'typeorm';
import type { DeskMails } from '../../contract/desk-contract';
import type { OperationInputs } from '../../contract/operation-inputs';
import { ORDERS_ON_PAGE } from '../../contract/order-contract';
import { MailEntity } from '../../entities';
import { pageOf } from '../product-page';

/** Mail to customers as it was written, the newest first. */
export async function deskMails(
  { manager }: DataSource,
  { page: asked = 1 }: OperationInputs['deskMails'],
): Promise<DeskMails> {
  const total = await manager.count(MailEntity);
  const { page, pageCount, from } = pageOf(total, asked, ORDERS_ON_PAGE);
  const rows = await manager.find(MailEntity, { order: { id: 'DESC' }, skip: from, take: ORDERS_ON_PAGE });
  const items = rows.map(({ id, orderId, recipient, subject, body, writtenAt }) => ({
    id,
    orderId,
    recipient,
    subject,
    body,
    at: writtenAt.toISOString(),
  }));
  return { items, total, page, pageCount };
}
