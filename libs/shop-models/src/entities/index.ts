import { BookDayEntity } from './book-day.entity';
import { BookLineEntity } from './book-line.entity';
import { CartItemEntity } from './cart-item.entity';
import { CartKeyEntity } from './cart-key.entity';
import { CartEntity } from './cart.entity';
import { CategoryEntity } from './category.entity';
import { CustomerEntity } from './customer.entity';
import { OrderChangeEntity } from './order-change.entity';
import { OrderItemEntity } from './order-item.entity';
import { OrderEntity } from './order.entity';
import { OutboxEventEntity } from './outbox-event.entity';
import { PaymentRefundEntity } from './payment-refund.entity';
import { PaymentEntity } from './payment.entity';
import { ProductChangeEntity } from './product-change.entity';
import { ProductEntity } from './product.entity';
import { RefundEntity } from './refund.entity';
import { StockEntity } from './stock.entity';

export type { ChangedField } from './product-change.entity';
export {
  BookDayEntity,
  BookLineEntity,
  CartEntity,
  CartItemEntity,
  CartKeyEntity,
  CategoryEntity,
  CustomerEntity,
  OrderChangeEntity,
  OrderEntity,
  OrderItemEntity,
  OutboxEventEntity,
  PaymentEntity,
  PaymentRefundEntity,
  ProductChangeEntity,
  ProductEntity,
  RefundEntity,
  StockEntity,
};

/** Every entity of `clickstream_web`. */
export const SHOP_ENTITIES = [
  BookDayEntity,
  BookLineEntity,
  CartEntity,
  CartItemEntity,
  CartKeyEntity,
  CategoryEntity,
  CustomerEntity,
  OrderChangeEntity,
  OrderEntity,
  OrderItemEntity,
  OutboxEventEntity,
  PaymentEntity,
  PaymentRefundEntity,
  ProductChangeEntity,
  ProductEntity,
  RefundEntity,
  StockEntity,
];
