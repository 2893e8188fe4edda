'use client';

import Link from 'next/link';
import { useCart } from '../../cart/cart-context';
import type { Product } from '../../shop/gateway';
import { Button } from '../forms/button';
import styles from './add-to-cart.module.css';

/** Puts one piece of a product into the cart and says so at once. */
export function AddToCart({ product }: { product: Product }) {
  const { cart, problem, add } = useCart();
  const inCart = cart?.items.find((item) => item.product.id === product.id)?.quantity ?? 0;

  return (
    <form action={() => add(product)} className={styles.form}>
      <Button wide>Add to cart</Button>
      <p role="status" className={styles.status}>
        {problem ?? (inCart > 0 && <InCart quantity={inCart} />)}
      </p>
    </form>
  );
}

function InCart({ quantity }: { quantity: number }) {
  return (
    <>
      {quantity === 1 ? '1 piece is' : `${quantity} pieces are`} in your cart.{' '}
      <Link href="/cart" className={styles.view}>
        View cart
      </Link>
    </>
  );
}
