import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { money } from './money-column';
import { ProductEntity } from './product.entity';

/** One product of an order, at the price it was sold for. */
@Entity('order_items')
export class OrderItemEntity {
  @PrimaryColumn('text', { name: 'order_id' })
  orderId!: string;

  @PrimaryColumn('text', { name: 'product_id' })
  productId!: string;

  @Column('integer')
  quantity!: number;

  @Column(money('unit_price'))
  unitPrice!: number;

  /** Its position in the order, as in the cart. */
  @Column('integer')
  position!: number;

  /** Named by its table, not imported: the file of orders imports this one. */
  @ManyToOne('orders', 'items')
  @JoinColumn({ name: 'order_id' })
  order!: { readonly id: string };

  @ManyToOne(() => ProductEntity)
  @JoinColumn({ name: 'product_id' })
  product!: Relation<ProductEntity>;
}
