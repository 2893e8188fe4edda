import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One order, as the first event that told of it describes it, with what was refunded. */
@Entity({ name: 'orders' })
@Index('orders_placed', ['placedAt'])
export class Order {
  @PrimaryColumn({ type: 'text', name: 'order_id', primaryKeyConstraintName: 'orders_pkey' })
  orderId!: string;

  /** Null while only refunds have told of it. */
  @Column({ type: 'timestamptz', name: 'placed_at', nullable: true })
  placedAt!: Date | null;

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

  @Column({ type: 'integer', name: 'refunds' })
  refunds!: number;

  @Column({ type: 'numeric', name: 'refunded' })
  refunded!: string;

  /** Of the last refund. */
  @Column({ type: 'timestamptz', name: 'refunded_at', nullable: true })
  refundedAt!: Date | null;
}
