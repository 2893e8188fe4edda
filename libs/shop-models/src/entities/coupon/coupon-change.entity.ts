import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One change of a coupon at the desk. It never changes. */
@Entity('coupon_changes')
export class CouponChangeEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  code!: string;

  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' })
  changedAt!: Date;

  /** The email address of who did it. */
  @Column('text')
  actor!: string;

  @Column('text')
  what!: string;
}
