import type { DataSource } from 'typeorm';
import type { OrderStatus } from '../../checkout/order-status';
import type { DeskOrder, DeskOrders } from '../../contract/desk-contract';
import type { OperationInputs } from '../../contract/operation-inputs';
import { ORDERS_ON_PAGE } from '../../contract/order-contract';
import { OrderChangeEntity, OrderEntity, RefundEntity } from '../../entities';
import { readOrder } from '../orders/get-order';
import { toOrderInList } from '../orders/order-view';
import { pageOf } from '../product-page';

/** The orders of a status, or all, the newest first. */
export async function deskOrders(
  { manager }: DataSource,
  { status, page: asked = 1 }: OperationInputs['deskOrders'],
): Promise<DeskOrders> {
  const counts = await countByStatus({ manager });
  const total = status ? (counts[status] ?? 0) : Object.values(counts).reduce((sum, count) => sum + count, 0);
  const { page, pageCount, from } = pageOf(total, asked, ORDERS_ON_PAGE);
  const rows = await manager.find(OrderEntity, {
    where: status ? { status } : {},
    relations: { items: { product: true }, refunds: true },
    order: { placedAt: 'DESC', id: 'DESC' },
    skip: from,
    take: ORDERS_ON_PAGE,
  });
  const items = rows.map((row) => ({
    ...toOrderInList(row),
    customer: row.details.delivery.name,
    payment: row.details.payment,
  }));
  return { items, total, page, pageCount, counts };
}

/** An order with everything that was done to it, by whom. Null when it does not exist. */
export async function deskOrder(
  { manager }: Pick<DataSource, 'manager'>,
  { orderId }: { readonly orderId: string },
): Promise<DeskOrder | null> {
  const order = await readOrder(manager, orderId);
  if (!order) return null;
  const [changes, refunds] = await Promise.all([
    manager.find(OrderChangeEntity, { where: { orderId }, order: { changedAt: 'ASC', id: 'ASC' } }),
    manager.findBy(RefundEntity, { orderId }),
  ]);
  const amounts = new Map(refunds.map(({ id, amount }) => [id, amount]));
  return {
    ...order,
    changes: changes.map(({ changedAt, actor, from, to, note, refundId }) => ({
      at: changedAt.toISOString(),
      actor,
      from,
      to,
      note,
      refund: refundId === null ? null : (amounts.get(refundId) ?? null),
    })),
  };
}

/** Orders of each status. */
export async function countByStatus({
  manager,
}: Pick<DataSource, 'manager'>): Promise<Partial<Record<OrderStatus, number>>> {
  const rows = await manager.query<{ status: OrderStatus; orders: number }[]>(
    'SELECT status, count(*)::integer AS orders FROM orders GROUP BY status',
  );
  return Object.fromEntries(rows.map(({ status, orders }) => [status, orders]));
}
