import { Column, Entity, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import type { CheckoutDetails } from '../checkout/checkout-details';
import { money } from './money-column';
import type { OrderStatus } from '../checkout/order-status';
import { OrderChangeEntity } from './order-change.entity';
import { OrderItemEntity } from './order-item.entity';
import { PaymentEntity } from './payment/payment.entity';
import { RefundEntity } from './refund.entity';

/** A placed order, with its prices at that time. One cart becomes at most one order. */
@Entity('orders')
export class OrderEntity {
  /** `SBW-` and eight letters or digits that are easy to read out on the phone. */
  @PrimaryColumn('text')
  id!: string;

  @Column('uuid', { name: 'cart_id', unique: true })
  cartId!: string;

  /** SHA-256 of the key that the browser of the order holds; null for orders from before keys. */
  @Column('bytea', { name: 'key_hash', nullable: true })
  keyHash!: Buffer | null;

  /** Null for a guest. */
  @Column('text', { name: 'customer_id', nullable: true })
  customerId!: string | null;

  @Column('jsonb')
  details!: CheckoutDetails;

  @Column(money('subtotal'))
  subtotal!: number;

  /** The part of the subtotal that its coupon takes off. */
  @Column({ ...money('discount'), default: 0 })
  discount!: number;

  @Column('text', { nullable: true })
  coupon!: string | null;

  @Column(money('shipping'))
  shipping!: number;

  /** The part of `total` that is value added tax. */
  @Column(money('tax'))
  tax!: number;

  @Column(money('total'))
  total!: number;

  @Column('timestamptz', { name: 'placed_at', default: () => 'now()' })
  placedAt!: Date;

  /** False for an order by phone or in a store; null where that is not known. */
  @Column('boolean', { name: 'by_browser', nullable: true })
  byBrowser!: boolean | null;

  /** The browser that placed it, as it names itself. */
  @Column('text', { name: 'user_agent', nullable: true })
  userAgent!: string | null;

  /** Consent to analytics at that moment. */
  @Column('text', { nullable: true })
  consent!: string | null;

  @Column('boolean', { name: 'is_staff', nullable: true })
  isStaff!: boolean | null;

  @Column('text', { default: 'placed' })
  status!: OrderStatus;

  /** Since then it counts, in books and events; null until a payment by card has succeeded. */
  @Column('timestamptz', { name: 'sold_at', nullable: true, default: () => 'now()' })
  soldAt!: Date | null;

  /** Until then its pieces are kept for a payment by card; null for other ways to pay. */
  @Column('timestamptz', { name: 'pay_until', nullable: true })
  payUntil!: Date | null;

  @OneToMany(() => PaymentEntity, (payment) => payment.order)
  payments!: Relation<PaymentEntity>[];

  @OneToMany(() => RefundEntity, (refund) => refund.order)
  refunds!: Relation<RefundEntity>[];

  @OneToMany(() => OrderChangeEntity, (change) => change.order)
  changes!: Relation<OrderChangeEntity>[];

  @OneToMany(() => OrderItemEntity, (item) => item.order)
  items!: Relation<OrderItemEntity>[];
}
