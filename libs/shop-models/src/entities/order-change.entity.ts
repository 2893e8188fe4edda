import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { OrderStatus } from '../checkout/order-status';

/** One change of an order: what happened, when, and who did it. It never changes. */
@Entity('order_changes')
export class OrderChangeEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text', { name: 'order_id' })
  orderId!: string;

  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' })
  changedAt!: Date;

  /** `customer`, `shop`, or the email address of who did it at the desk. */
  @Column('text')
  actor!: string;

  /** Null for the first. The same as after it, when only money was given back. */
  @Column('text', { name: 'from_status', nullable: true })
  from!: OrderStatus | null;

  @Column('text', { name: 'to_status' })
  to!: OrderStatus;

  @Column('text', { default: '' })
  note!: string;

  /** The refund that came with it, if any. */
  @Column('text', { name: 'refund_id', nullable: true })
  refundId!: string | null;

  /** Named by its table, not imported: the file of orders imports this one. */
  @ManyToOne('orders', 'changes')
  @JoinColumn({ name: 'order_id' })
  order!: { readonly id: string };
}
