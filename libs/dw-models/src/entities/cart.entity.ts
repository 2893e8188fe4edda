import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One cart, from the event that began it to its order, over sessions and browsers. */
@Entity({ name: 'carts' })
@Index('carts_order', ['orderId'], { where: 'order_id IS NOT NULL' })
export class Cart {
  @PrimaryColumn({ type: 'text', name: 'cart_id', primaryKeyConstraintName: 'carts_pkey' })
  cartId!: string;

  /** Of the event that began it. */
  @Column({ type: 'text', name: 'client_id', nullable: true })
  clientId!: string | null;

  @Column({ type: 'text', name: 'session_id', nullable: true })
  sessionId!: string | null;

  /** The last user that its events name. */
  @Column({ type: 'text', name: 'user_id', nullable: true })
  userId!: string | null;

  @Column({ type: 'timestamptz', name: 'started_at' })
  startedAt!: Date;

  @Column({ type: 'timestamptz', name: 'last_activity_at' })
  lastActivityAt!: Date;

  /** When it counts as abandoned if nothing happens before; null for a cart that is bought or empty. */
  @Column({ type: 'timestamptz', name: 'abandons_at', nullable: true })
  abandonsAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'checkout_at', nullable: true })
  checkoutAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'emptied_at', nullable: true })
  emptiedAt!: Date | null;

  /** When it last went on after having been abandoned. */
  @Column({ type: 'timestamptz', name: 'recovered_at', nullable: true })
  recoveredAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'bought_at', nullable: true })
  boughtAt!: Date | null;

  /** Key of its order in `orders`. */
  @Column({ type: 'text', name: 'order_id', nullable: true })
  orderId!: string | null;

  @Column({ type: 'numeric', name: 'value' })
  value!: string;

  @Column({ type: 'text', name: 'currency', nullable: true })
  currency!: string | null;

  @Column({ type: 'integer', name: 'pieces' })
  pieces!: number;

  @Column({ type: 'integer', name: 'events' })
  events!: number;

  @Column({ type: 'integer', name: 'sessions' })
  sessions!: number;

  /** Browsers that touched it. */
  @Column({ type: 'integer', name: 'shoppers' })
  shoppers!: number;

  /** How often it was abandoned and then went on. */
  @Column({ type: 'integer', name: 'abandonments' })
  abandonments!: number;

  @Column({ type: 'boolean', name: 'is_bot' })
  isBot!: boolean;

  @Column({ type: 'boolean', name: 'is_staff' })
  isStaff!: boolean;
}
