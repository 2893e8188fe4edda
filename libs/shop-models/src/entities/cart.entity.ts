import { Column, Entity, OneToMany, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { CheckoutProgress } from '../checkout/checkout-details';
import { CartItemEntity } from './cart-item.entity';

/** The cart of a browser. Only its keys open it. */
@Entity('carts')
export class CartEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** The id of the cart in events. It does not open the cart. */
  @Column('uuid', { name: 'analytics_id', default: () => 'gen_random_uuid()' })
  analyticsId!: string;

  @Column('text', { name: 'customer_id', nullable: true })
  customerId!: string | null;

  /** The part of the checkout that has been entered so far. */
  @Column('jsonb', { default: () => `'{}'` })
  checkout!: CheckoutProgress;

  /** The code of the coupon in it. */
  @Column('text', { nullable: true })
  coupon!: string | null;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  /** The time at which it became an order; null while it is open. */
  @Column('timestamptz', { name: 'ordered_at', nullable: true })
  orderedAt!: Date | null;

  @OneToMany(() => CartItemEntity, (item) => item.cart)
  items!: Relation<CartItemEntity>[];
}
