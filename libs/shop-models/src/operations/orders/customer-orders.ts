import type { DataSource } from 'typeorm';
import type { OperationInputs } from '../../contract/operation-inputs';
import { ORDERS_ON_PAGE, type Order, type OrderList } from '../../contract/order-contract';
import { isWithinReturnTime, RETURN_DAYS } from '../../checkout/order-status';
import { ShopError } from '../../contract/shop-error';
import { OrderEntity } from '../../entities';
import { pageOf } from '../product-page';
import { changeOrder } from './change-order';
import { getOrder } from './get-order';
import { toOrderInList } from './order-view';

/** The orders of a customer, the newest first. */
export async function listOrders(
  dataSource: DataSource,
  { customerId, page: asked = 1 }: OperationInputs['listOrders'],
): Promise<OrderList> {
  const total = await dataSource.manager.countBy(OrderEntity, { customerId });
  const { page, pageCount, from } = pageOf(total, asked, ORDERS_ON_PAGE);
  const rows = await dataSource.manager.find(OrderEntity, {
    where: { customerId },
    relations: { items: { product: true }, refunds: true },
    order: { placedAt: 'DESC', id: 'DESC' },
    skip: from,
    take: ORDERS_ON_PAGE,
  });
  return { items: rows.map(toOrderInList), total, page, pageCount };
}

/**
 * Cancels an order for the customer, or for the browser that placed it, as long as it has not been
 * handed to the courier.
 *
 * @throws ShopError `order_not_found` also for somebody else's, `status_refused`
 */
export async function cancelOrder(
  dataSource: DataSource,
  { orderId, viewer, reason }: OperationInputs['cancelOrder'],
): Promise<Order> {
  return changeOwn(dataSource, { orderId, viewer }, 'cancelled', reason);
}

/**
 * Asks the shop to take an order back that has arrived.
 *
 * @throws ShopError `order_not_found` also for somebody else's, `status_refused`
 */
export async function requestReturn(
  dataSource: DataSource,
  { orderId, viewer, reason }: OperationInputs['requestReturn'],
): Promise<Order> {
  const order = await requireOwn(dataSource, { orderId, viewer });
  if (!isWithinReturnTime(order, new Date()))
    throw new ShopError('status_refused', `Order ${orderId} arrived more than ${RETURN_DAYS} days ago.`);
  return changeOwn(dataSource, { orderId, viewer }, 'return_requested', reason);
}

async function changeOwn(
  dataSource: DataSource,
  own: OperationInputs['getOrder'],
  to: 'cancelled' | 'return_requested',
  note: string,
): Promise<Order> {
  const { orderId } = await requireOwn(dataSource, own);
  await dataSource.transaction((manager) => changeOrder(manager, { orderId, to, actor: 'customer', note }));
  return requireOwn(dataSource, own);
}

async function requireOwn(dataSource: DataSource, own: OperationInputs['getOrder']): Promise<Order> {
  const order = await getOrder(dataSource, own);
  if (!order) throw new ShopError('order_not_found', 'There is no such order.');
  return order;
}
