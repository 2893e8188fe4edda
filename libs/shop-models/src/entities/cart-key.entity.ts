import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CartEntity } from './cart.entity';

/** A key to a cart. Each browser that a customer signs in with holds one of its own. */
@Entity('cart_keys')
export class CartKeyEntity {
  /** SHA-256 of the key; the key itself is in the browser only. */
  @PrimaryColumn('bytea')
  hash!: Buffer;

  @Column('uuid', { name: 'cart_id' })
  cartId!: string;

  @ManyToOne(() => CartEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'cart_id' })
  cart!: Relation<CartEntity>;
}
