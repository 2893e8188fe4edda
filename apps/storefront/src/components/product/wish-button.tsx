'use client';

import { useSyncExternalStore } from 'react';
import type { Product } from '../../shop/gateway';
import { track } from '../../tracking/storefront-tracker';
import { toTrackedProduct } from '../../tracking/tracked-product';
import { followWishes, isWished, toggleWish } from '../../wishlist/wishlist';
import { HeartIcon } from '../layout/icons';
import styles from './small-button.module.css';

/** Adds a product to the wishlist of this browser. */
export function WishButton({ product }: { product: Product }) {
  const wished = useSyncExternalStore(
    followWishes,
    () => isWished(product.id),
    () => false,
  );
  const toggle = () =>
    track('wishlist_toggle', { product: toTrackedProduct(product), wishlisted: toggleWish(product.id) });
  return (
    <button type="button" className={styles.button} aria-pressed={wished} onClick={toggle}>
      <HeartIcon />
      {wished ? 'On your wishlist' : 'Add to wishlist'}
    </button>
  );
}
