import { Column, Entity, OneToMany, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { CheckoutProgress } from '../checkout/checkout-details';
import { CartItemEntity } from './cart-item.entity';

/** What a browser is about to buy. It is opened by its keys only. */
@Entity('carts')
export class CartEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** The name of the cart in events. It opens nothing. */
  @Column('uuid', { name: 'analytics_id', default: () => 'gen_random_uuid()' })
  analyticsId!: string;

  @Column('text', { name: 'customer_id', nullable: true })
  customerId!: string | null;

  /** What has been entered at the checkout so far. */
  @Column('jsonb', { default: () => `'{}'` })
  checkout!: CheckoutProgress;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  /** When it became an order; null while it is open. */
  @Column('timestamptz', { name: 'ordered_at', nullable: true })
  orderedAt!: Date | null;

  @OneToMany(() => CartItemEntity, (item) => item.cart)
  items!: Relation<CartItemEntity>[];
}
