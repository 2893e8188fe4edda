import type { DataSource, EntityManager, SelectQueryBuilder } from 'typeorm';
import { CartEntity, OrderEntity } from '../../entities';
import { keyHash } from '../cart-keys';
import type { OperationInputs } from '../../contract/operation-inputs';
import type { Order } from '../../contract/shop-contract';
import { openPaymentOf, refundedOf, stepsOf } from './order-view';
import { toProduct } from '../product-view';

/** An order, for those who may see it. Null when it is unknown or belongs to somebody else. */
export async function getOrder(
  dataSource: DataSource,
  { orderId, viewer }: OperationInputs['getOrder'],
): Promise<Order | null> {
  return readOne(
    ordersWithItems(dataSource.manager).where(
      'order.id = :orderId AND (order.customerId = :customerId OR order.keyHash = ANY(:hashes))',
      { orderId, customerId: viewer.customerId, hashes: viewer.orderKeys.map(keyHash) },
    ),
  );
}

/** An order, whoever asks. Null when it is unknown. */
export async function readOrder(manager: EntityManager, orderId: string): Promise<Order | null> {
  return readOne(ordersWithItems(manager).where('order.id = :orderId', { orderId }));
}

/** The order that a cart became, or null. */
export async function readOrderOfCart(manager: EntityManager, cartId: string): Promise<Order | null> {
  return readOne(ordersWithItems(manager).where('order.cartId = :cartId', { cartId }));
}

function ordersWithItems(manager: EntityManager): SelectQueryBuilder<OrderEntity> {
  return manager
    .createQueryBuilder(OrderEntity, 'order')
    .innerJoinAndSelect('order.items', 'item')
    .innerJoinAndSelect('item.product', 'product')
    .leftJoinAndSelect('product.stock', 'stock')
    .innerJoin(CartEntity, 'cart', 'cart.id = order.cartId')
    .addSelect('cart.analytics_id', 'cart_analytics_id')
    .leftJoinAndSelect('order.changes', 'change')
    .leftJoinAndSelect('order.refunds', 'refund')
    .leftJoinAndSelect('order.payments', 'payment')
    .orderBy('item.position', 'ASC')
    .addOrderBy('change.id', 'ASC');
}

async function readOne(query: SelectQueryBuilder<OrderEntity>): Promise<Order | null> {
  const { entities, raw } = await query.getRawAndEntities<{ cart_analytics_id: string }>();
  const row = entities[0];
  return row
    ? {
        orderId: row.id,
        cartAnalyticsId: raw[0]?.cart_analytics_id ?? '',
        placedAt: row.placedAt.toISOString(),
        status: row.status,
        steps: stepsOf(row),
        refunded: refundedOf(row),
        items: row.items.map((item) => ({
          product: toProduct(item.product),
          quantity: item.quantity,
          unitPrice: item.unitPrice,
        })),
        subtotal: row.subtotal,
        discount: row.discount,
        coupon: row.coupon,
        shipping: row.shipping,
        tax: row.tax,
        total: row.total,
        details: row.details,
        isSold: row.soldAt !== null,
        openPayment: openPaymentOf(row),
      }
    : null;
}
