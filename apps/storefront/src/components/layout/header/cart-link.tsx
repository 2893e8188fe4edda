'use client';

import { useCart } from '../../../cart/cart-context';
import type { Words } from '../../../words';
import { counted } from '../../../words/sentences';
import styles from './cart-link.module.css';
import { CartIcon } from '../icons';
import { ShopLink } from '../../links/shop-link';

/** Link to the cart, with its number of items. */
export function CartLink({ words }: { words: Words['frame']['personal'] }) {
  const quantity = useCart().quantity;
  const label = quantity === 0 ? words.cart : counted(words.cartWith, quantity);
  return (
    <ShopLink href="/cart" className={styles.link} aria-label={label}>
      <CartIcon />
      {quantity > 0 && (
        <span className={styles.count} key={quantity}>
          {quantity}
        </span>
      )}
    </ShopLink>
  );
}
