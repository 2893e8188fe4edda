import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { PaymentStatus } from '../../contract/payment-contract';
import { money } from '../money-column';

/** One attempt to pay an order by card. No number of a card is stored. */
@Entity('payments')
export class PaymentEntity {
  /** With it the provider is asked: the same id again is the same charge. */
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'order_id' })
  orderId!: string;

  @Column(money('amount'))
  amount!: number;

  @Column('text', { default: 'pending' })
  status!: PaymentStatus;

  /** The provider's words when it declined. */
  @Column('text', { default: '' })
  reason!: string;

  @Column('timestamptz', { name: 'started_at', default: () => 'clock_timestamp()' })
  startedAt!: Date;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  /** Named by its table, not imported: the file of orders imports this one. */
  @ManyToOne('orders', 'payments')
  @JoinColumn({ name: 'order_id' })
  order!: { readonly id: string };
}
