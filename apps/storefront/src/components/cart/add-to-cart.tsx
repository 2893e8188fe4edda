'use client';

import { useEffect } from 'react';
import { useFormStatus } from 'react-dom';
import { addToCartByForm } from '../../cart/actions';
import { useCart } from '../../cart/cart-context';
import { quantityIn } from '../../cart/quantity-in';
import type { Product } from '../../shop/gateway';
import { useHydrated } from '../../visitor/use-visitor';
import type { Words } from '../../words';
import { counted } from '../../words/sentences';
import { Button } from '../forms/button';
import { ShopLink } from '../links/shop-link';
import styles from './add-to-cart.module.css';

interface AddToCartProps {
  readonly product: Product;
  readonly words: Words['product']['add'];
}

/** Adds pieces of a product to the cart and confirms it at once. */
export function AddToCart({ product, words }: AddToCartProps) {
  const { cart, quantity, problem, add, load } = useCart();
  // Without JavaScript, and until it runs, the form has the server's action itself.
  const isInteractive = useHydrated();
  useEffect(() => {
    if (cart === undefined && quantity > 0) void load();
  }, [cart, quantity, load]);
  const inCart = cart?.items.find((item) => item.product.id === product.id)?.quantity ?? 0;

  if (product.available === 0) return <p className={styles.form}>{words.soldOut}</p>;
  return (
    <form
      action={isInteractive ? (form) => add(product, quantityIn(form)) : addToCartByForm}
      className={styles.form}
      data-buy
    >
      <input type="hidden" name="productId" value={product.id} />
      <input type="hidden" name="slug" value={product.slug} />
      <div className={styles.choice}>
        {product.available > 1 && (
          <select name="quantity" aria-label={words.quantity} className={styles.quantity}>
            {Array.from({ length: product.available }, (_, index) => (
              <option key={index}>{index + 1}</option>
            ))}
          </select>
        )}
        <Button wide>{words.button}</Button>
      </div>
      <p role="status" className={styles.status}>
        <Status
          problem={problem?.productId === product.id ? problem.text : null}
          inCart={inCart}
          words={words}
        />
      </p>
    </form>
  );
}

interface StatusProps {
  readonly problem: string | null;
  readonly inCart: number;
  readonly words: AddToCartProps['words'];
}

/**
 * Confirms that a piece is in the cart after the shop has confirmed it, while the count in the
 * header is updated before.
 */
function Status({ problem, inCart, words }: StatusProps) {
  const { pending } = useFormStatus();
  if (pending) return words.pending;
  if (problem) return problem;
  if (inCart === 0) return null;
  return (
    <>
      {counted(words.inCart, inCart)}{' '}
      <ShopLink href="/cart" className={styles.view}>
        {words.view}
      </ShopLink>
    </>
  );
}
