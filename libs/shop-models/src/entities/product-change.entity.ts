import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { money } from './money-column';

/** Part of a product that can be changed at the desk. */
export type ChangedField = 'pieces' | 'price' | 'discountPrice';

/** One change of a product at the desk. It never changes. */
@Entity('product_changes')
export class ProductChangeEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text', { name: 'product_id' })
  productId!: string;

  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' })
  changedAt!: Date;

  /** The email address of who did it. */
  @Column('text')
  actor!: string;

  @Column('text')
  field!: ChangedField;

  /** Null for no offer. */
  @Column(money('value_before', { nullable: true }))
  before!: number | null;

  @Column(money('value_after', { nullable: true }))
  after!: number | null;
}
