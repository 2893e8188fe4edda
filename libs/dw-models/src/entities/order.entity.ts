import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One order, as the first event that told of it describes it. */
@Entity({ name: 'orders' })
@Index('orders_placed', ['placedAt'])
@Index('orders_session', ['sessionId'], { where: 'session_id IS NOT NULL' })
export class Order {
  @PrimaryColumn({ type: 'text', name: 'order_id', primaryKeyConstraintName: 'orders_pkey' })
  orderId!: string;

  @Column({ type: 'timestamptz', name: 'placed_at' })
  placedAt!: Date;

  @Column({ type: 'integer', name: 'placed_sequence', nullable: true })
  placedSequence!: number | null;

  @Column({ type: 'uuid', name: 'placed_event_id', nullable: true })
  placedEventId!: string | null;

  @Column({ type: 'text', name: 'client_id', nullable: true })
  clientId!: string | null;

  @Column({ type: 'text', name: 'session_id', nullable: true })
  sessionId!: string | null;

  @Column({ type: 'text', name: 'user_id', nullable: true })
  userId!: string | null;

  @Column({ type: 'text', name: 'login_state', nullable: true })
  loginState!: string | null;

  /** As the event itself names it. */
  @Column({ type: 'text', name: 'cart_id', nullable: true })
  cartId!: string | null;

  @Column({ type: 'text', name: 'currency', nullable: true })
  currency!: string | null;

  @Column({ type: 'numeric', name: 'gross' })
  gross!: string;

  @Column({ type: 'numeric', name: 'tax', nullable: true })
  tax!: string | null;

  @Column({ type: 'numeric', name: 'shipping', nullable: true })
  shipping!: string | null;

  @Column({ type: 'bigint', name: 'pieces' })
  pieces!: string;

  @Column({ type: 'boolean', name: 'is_bot' })
  isBot!: boolean;

  @Column({ type: 'boolean', name: 'is_staff' })
  isStaff!: boolean;

  /** How often its completion was told. */
  @Column({ type: 'integer', name: 'completions' })
  completions!: number;

  @Column({
    type: 'timestamptz',
    name: 'shopper_at',
    nullable: true,
    comment:
      'When the completion was told that says who ordered: the first one with a session, else with a browser or a cart.',
  })
  shopperAt!: Date | null;

  @Column({ type: 'integer', name: 'shopper_sequence', nullable: true })
  shopperSequence!: number | null;

  @Column({ type: 'uuid', name: 'shopper_event_id', nullable: true })
  shopperEventId!: string | null;

  @Column({ type: 'jsonb', name: 'items', nullable: true })
  items!: unknown;
}
