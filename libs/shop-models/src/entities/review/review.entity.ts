import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { ProductEntity } from '../product.entity';

/** The opinion of a customer on a product that they have received. */
@Entity('reviews')
export class ReviewEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text', { name: 'product_id' })
  productId!: string;

  /** Null since its writer was erased; only the stars are left then. */
  @Column('text', { name: 'customer_id', nullable: true })
  customerId!: string | null;

  /** 1 to 5. */
  @Column('integer')
  stars!: number;

  @Column('text')
  title!: string;

  @Column('text')
  body!: string;

  /** The name that the page shows, as its writer chose it. */
  @Column('text', { name: 'shown_name' })
  shownName!: string;

  @Column('timestamptz', { name: 'written_at', default: () => 'now()' })
  writtenAt!: Date;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt!: Date | null;

  /** True while the desk hides it: it is shown nowhere and counts nowhere. */
  @Column('boolean', { name: 'is_hidden', default: false })
  isHidden!: boolean;

  @ManyToOne(() => ProductEntity)
  @JoinColumn({ name: 'product_id' })
  product!: Relation<ProductEntity>;
}
