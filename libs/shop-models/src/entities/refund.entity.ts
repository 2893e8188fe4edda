import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { money } from './money-column';

/** Money that the shop gave back for an order. */
@Entity('refunds')
export class RefundEntity {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'order_id' })
  orderId!: string;

  @Column(money('amount'))
  amount!: number;

  @Column('text', { default: 'VND' })
  currency!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz', { name: 'refunded_at', default: () => 'now()' })
  refundedAt!: Date;

  /** Chosen by the caller: the same request again is the same refund. */
  @Column('text', { name: 'idempotency_key', unique: true })
  idempotencyKey!: string;

  /** Named by its table, not imported: the file of orders imports this one. */
  @ManyToOne('orders', 'refunds')
  @JoinColumn({ name: 'order_id' })
  order!: { readonly id: string };
}
