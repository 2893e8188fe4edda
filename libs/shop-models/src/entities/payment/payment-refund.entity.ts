import { Column, Entity, PrimaryColumn } from 'typeorm';
import { money } from '../money-column';

/** Money that the provider is to give back, until it has. */
@Entity('payment_refunds')
export class PaymentRefundEntity {
  /** That of the refund in the books; of a payment that bought nothing, the payment's. */
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'payment_id' })
  paymentId!: string;

  @Column(money('amount'))
  amount!: number;

  @Column('timestamptz', { name: 'written_at', default: () => 'now()' })
  writtenAt!: Date;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;
}
