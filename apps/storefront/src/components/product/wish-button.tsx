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
export function WishButton({ product, words }: WishButtonProps) {
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
        {isWished ? words.added : words.add}
      </button>
      {isWished && (
        <ShopLink href="/wishlist" className={styles.button}>
          {words.view}
        </ShopLink>
      )}
    </>
  );
}

interface UnwishButtonProps {
  readonly product: Product;
  readonly words: Pick<Words['wishlist'], 'remove' | 'removeOf'>;
}

/** Takes a product off the wishlist. */
export function UnwishButton({ product, words }: UnwishButtonProps) {
  const label = fill(words.removeOf, { name: product.name });
  return (
    <button type="button" className={styles.button} aria-label={label} onClick={() => changeWish(product)}>
      {words.remove}
    </button>
  );
}

function changeWish(product: Product): void {
  track('wishlist_toggle', { product: toTrackedProduct(product), wishlisted: toggleWish(product.id) });
}
