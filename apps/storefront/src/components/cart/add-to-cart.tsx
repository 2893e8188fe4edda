'use client';

import { useEffect } from 'react';
import { useFormStatus } from 'react-dom';
import { addToCartByForm } from '../../cart/actions';
import { useCart } from '../../cart/cart-context';
import type { Product } from '../../shop/gateway';
import { useHydrated } from '../../visitor/use-visitor';
import { Button } from '../forms/button';
import { ShopLink } from '../links/shop-link';
import styles from './add-to-cart.module.css';

/** Adds one piece of a product to the cart and confirms it at once. */
export function AddToCart({ product }: { product: Product }) {
  const { cart, quantity, problem, add, load } = useCart();
  // Without JavaScript, and until it runs, the form has the server's action itself.
  const isInteractive = useHydrated();
  useEffect(() => {
    if (cart === undefined && quantity > 0) void load();
  }, [cart, quantity, load]);
  const inCart = cart?.items.find((item) => item.product.id === product.id)?.quantity ?? 0;

  if (product.available === 0) return <p className={styles.form}>Similar products are below.</p>;
  return (
    <form action={isInteractive ? () => add(product) : addToCartByForm} className={styles.form} data-buy>
      <input type="hidden" name="productId" value={product.id} />
      <input type="hidden" name="slug" value={product.slug} />
      <Button wide>Add to cart</Button>
      <p role="status" className={styles.status}>
        <Status problem={problem?.productId === product.id ? problem.text : null} inCart={inCart} />
      </p>
    </form>
  );
}

/**
 * Confirms that a piece is in the cart after the shop has confirmed it, while the count in the
 * header is updated before.
 */
function Status({ problem, inCart }: { problem: string | null; inCart: number }) {
  const { pending } = useFormStatus();
  if (pending) return 'Adding …';
  if (problem) return problem;
  if (inCart === 0) return null;
  return (
    <>
      {inCart === 1 ? '1 piece is' : `${inCart} pieces are`} in your cart.{' '}
      <ShopLink href="/cart" className={styles.view}>
        View cart
      </ShopLink>
    </>
  );
}
