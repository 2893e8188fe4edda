import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CartEntity } from './cart.entity';

/** A key to a cart. Each browser in which a customer signs in has a different one. */
@Entity('cart_keys')
export class CartKeyEntity {
  /** SHA-256 of the key; the key is only in the browser. */
  @PrimaryColumn('bytea')
  hash!: Buffer;

  @Column('uuid', { name: 'cart_id' })
  cartId!: string;

  @ManyToOne(() => CartEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'cart_id' })
  cart!: Relation<CartEntity>;
}
