import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One refund of an order, as it was told first. `dash.refunds` says which of them count. */
@Entity({
  name: 'refunds',
  comment:
    'One row for each refund of an order, as it was told first: by its id, or by its amount where it has none.',
})
export class Refund {
  @PrimaryColumn({ type: 'text', name: 'order_id', primaryKeyConstraintName: 'refunds_pkey' })
  orderId!: string;

  @PrimaryColumn({ type: 'text', name: 'refund_key', primaryKeyConstraintName: 'refunds_pkey' })
  refundKey!: string;

  @Column({ type: 'text', name: 'refund_id', nullable: true })
  refundId!: string | null;

  /** Null where the event says none. */
  @Column({ type: 'numeric', name: 'amount', nullable: true })
  amount!: string | null;

  @Column({ type: 'text', name: 'currency', nullable: true })
  currency!: string | null;

  @Column({ type: 'timestamptz', name: 'refunded_at' })
  refundedAt!: Date;

  @Column({ type: 'integer', name: 'refunded_sequence', nullable: true })
  refundedSequence!: number | null;

  @Column({ type: 'uuid', name: 'refunded_event_id' })
  refundedEventId!: string;

  @Column({ type: 'text', name: 'login_state' })
  loginState!: string;

  @Column({ type: 'boolean', name: 'is_bot' })
  isBot!: boolean;

  @Column({ type: 'boolean', name: 'is_staff' })
  isStaff!: boolean;

  /** How often it was told. */
  @Column({ type: 'integer', name: 'told' })
  told!: number;

  @Column({
    type: 'jsonb',
    name: 'items',
    nullable: true,
    comment: 'The lines of a refund that names no amount; NULL of any other, and where it has none.',
  })
  items!: unknown;
}
