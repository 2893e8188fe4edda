'use client';

import { useCart } from '../../../cart/cart-context';
import styles from './cart-link.module.css';
import { CartIcon } from '../icons';
import { ShopLink } from '../../links/shop-link';

/** Link to the cart, with its number of items. */
export function CartLink() {
  const quantity = useCart().quantity;
  return (
    <ShopLink href="/cart" className={styles.link} aria-label={labelFor(quantity)}>
      <CartIcon />
      {quantity > 0 && (
        <span className={styles.count} key={quantity}>
          {quantity}
        </span>
      )}
    </ShopLink>
  );
}

function labelFor(quantity: number): string {
  if (quantity === 0) return 'Cart';
  return quantity === 1 ? 'Cart, 1 item' : `Cart, ${quantity} items`;
}
