import { AddressEntity } from './customer/address.entity';
import { BookDayEntity } from './book-day.entity';
import { BookLineEntity } from './book-line.entity';
import { CartItemEntity } from './cart-item.entity';
import { CartKeyEntity } from './cart-key.entity';
import { CartEntity } from './cart.entity';
import { CategoryEntity } from './category.entity';
import { CouponChangeEntity } from './coupon/coupon-change.entity';
import { CouponEntity } from './coupon/coupon.entity';
import { CustomerEntity } from './customer.entity';
import { MailEntity } from './customer/mail.entity';
import { OrderChangeEntity } from './order-change.entity';
import { OrderItemEntity } from './order-item.entity';
import { OrderEntity } from './order.entity';
import { OutboxEventEntity } from './outbox-event.entity';
import { PaymentRefundEntity } from './payment/payment-refund.entity';
import { PaymentEntity } from './payment/payment.entity';
import { ProductChangeEntity } from './product-change.entity';
import { ProductEntity } from './product.entity';
import { RefundEntity } from './refund.entity';
import { ReviewChangeEntity } from './review/review-change.entity';
import { ReviewEntity } from './review/review.entity';
import { SignInCodeEntity } from './sign-in/sign-in-code.entity';
import { SignInKeyEntity } from './sign-in/sign-in-key.entity';
import { SignInSessionEntity } from './sign-in/sign-in-session.entity';
import { StockEntity } from './stock.entity';

export type { ChangedField } from './product-change.entity';
export {
  AddressEntity,
  BookDayEntity,
  BookLineEntity,
  CartEntity,
  CartItemEntity,
  CartKeyEntity,
  CategoryEntity,
  CouponChangeEntity,
  CouponEntity,
  CustomerEntity,
  MailEntity,
  OrderChangeEntity,
  OrderEntity,
  OrderItemEntity,
  OutboxEventEntity,
  PaymentEntity,
  PaymentRefundEntity,
  ProductChangeEntity,
  ProductEntity,
  RefundEntity,
  ReviewChangeEntity,
  ReviewEntity,
  SignInCodeEntity,
  SignInKeyEntity,
  SignInSessionEntity,
  StockEntity,
};

/** Every entity of `clickstream_web`. */
export const SHOP_ENTITIES = [
  AddressEntity,
  BookDayEntity,
  BookLineEntity,
  CartEntity,
  CartItemEntity,
  CartKeyEntity,
  CategoryEntity,
  CouponChangeEntity,
  CouponEntity,
  CustomerEntity,
  MailEntity,
  OrderChangeEntity,
  OrderEntity,
  OrderItemEntity,
  OutboxEventEntity,
  PaymentEntity,
  PaymentRefundEntity,
  ProductChangeEntity,
  ProductEntity,
  RefundEntity,
  ReviewChangeEntity,
  ReviewEntity,
  SignInCodeEntity,
  SignInKeyEntity,
  SignInSessionEntity,
  StockEntity,
];
