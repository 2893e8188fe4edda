import { Column, Entity, PrimaryColumn } from 'typeorm';
import { money } from '../money-column';

/** A coupon: a share or an amount off the goods of an order. */
@Entity('coupons')
export class CouponEntity {
  /** Capitals, digits and hyphens. */
  @PrimaryColumn('text')
  code!: string;

  /** Null for an amount. */
  @Column('integer', { nullable: true })
  percent!: number | null;

  /** Null for a share. */
  @Column(money('amount', { nullable: true }))
  amount!: number | null;

  /** The least subtotal of an order that it is for. */
  @Column(money('minimum'))
  minimum!: number;

  @Column('timestamptz', { name: 'valid_from', default: () => 'now()' })
  validFrom!: Date;

  /** Null for always. */
  @Column('timestamptz', { name: 'valid_to', nullable: true })
  validTo!: Date | null;

  /** Orders that may have it; null for any number. */
  @Column('integer', { name: 'most_uses', nullable: true })
  mostUses!: number | null;

  /** Orders that have it, without those that were cancelled. */
  @Column('integer', { default: 0 })
  uses!: number;
}
