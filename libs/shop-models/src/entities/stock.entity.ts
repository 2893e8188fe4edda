import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';

/** Pieces of a product that are on the shelf. The database refuses fewer than none. */
@Entity('stock')
export class StockEntity {
  @PrimaryColumn('text', { name: 'product_id' })
  productId!: string;

  @Column('integer')
  pieces!: number;

  /** Named by its table, not imported: the file of products imports this one. */
  @OneToOne('products', 'stock')
  @JoinColumn({ name: 'product_id' })
  product!: { readonly id: string };
}
