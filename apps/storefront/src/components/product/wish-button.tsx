'use client';

import type { Product } from '../../shop/gateway';
import { track } from '../../tracking/storefront-tracker';
import { toTrackedProduct } from '../../tracking/tracked-product';
import { useVisitor } from '../../visitor/use-visitor';
import type { Words } from '../../words';
import { fill } from '../../words/sentences';
import { toggleWish } from '../../wishlist/toggle-wish';
import { HeartIcon } from '../layout/icons';
import { ShopLink } from '../links/shop-link';
import styles from './small-button.module.css';

interface WishButtonProps {
  readonly product: Product;
  readonly words: Words['product']['wish'];
}

/** Adds a product to the wishlist of this browser. */
export function WishButton({ product }: { product: Product }) {
  const isWished = useVisitor().wishes.includes(product.id);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-pressed={isWished}
        onClick={() => changeWish(product)}
      >
        <HeartIcon />
        {isWished ? 'On your wishlist' : 'Add to wishlist'}
      </button>
      {isWished && (
        <ShopLink href="/wishlist" className={styles.button}>
          View wishlist
        </ShopLink>
      )}
    </>
  );
}

/** Takes a product off the wishlist. */
export function UnwishButton({ product }: { product: Product }) {
  return (
    <button type="button" className={styles.button} onClick={() => changeWish(product)}>
      Remove<span className="visually-hidden"> {product.name} from your wishlist</span>
    </button>
  );
}

function changeWish(product: Product): void {
  track('wishlist_toggle', { product: toTrackedProduct(product), wishlisted: toggleWish(product.id) });
}
