import { Entity, Index, PrimaryColumn } from 'typeorm';

/** One more browser that touched a cart, beside the one that began it. */
@Entity({ name: 'cart_shoppers' })
@Index('cart_shoppers_shopper', ['shopper'])
export class CartShopper {
  @PrimaryColumn({ type: 'text', name: 'cart_id', primaryKeyConstraintName: 'cart_shoppers_pkey' })
  cartId!: string;

  @PrimaryColumn({ type: 'text', name: 'shopper', primaryKeyConstraintName: 'cart_shoppers_pkey' })
  shopper!: string;
}
