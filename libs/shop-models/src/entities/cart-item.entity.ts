import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ProductEntity } from './product.entity';

/** One product of a cart. It has no price: a cart costs what its products cost today. */
@Entity('cart_items')
export class CartItemEntity {
  @PrimaryColumn('uuid', { name: 'cart_id' })
  cartId!: string;

  @PrimaryColumn('text', { name: 'product_id' })
  productId!: string;

  @Column('integer')
  quantity!: number;

  @Column('timestamptz', { name: 'added_at', default: () => 'clock_timestamp()' })
  addedAt!: Date;

  /** Named by its table, not imported: the file of carts imports this one. */
  @ManyToOne('carts', 'items', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'cart_id' })
  cart!: { readonly id: string };

  @ManyToOne(() => ProductEntity)
  @JoinColumn({ name: 'product_id' })
  product!: Relation<ProductEntity>;
}
