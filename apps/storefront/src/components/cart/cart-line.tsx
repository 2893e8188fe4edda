'use client';

import { startTransition } from 'react';
import { useCart } from '../../cart/cart-context';
import { formatMoney } from '../../formatting/money';
import { LITTLE_LEFT, type CartItem } from '../../shop/gateway';
import { ShopLink } from '../links/shop-link';
import type { Words } from '../../words';
import { fill } from '../../words/sentences';
import { Availability, stockInWords } from '../product/availability';
import { ProductPicture } from '../product/product-picture';
import styles from './cart-line.module.css';

interface CartLineProps {
  readonly item: CartItem;
  readonly words: Words['cart']['line'];
  readonly stock: Words['product']['stock'];
}

/** One product of the cart, with its quantity. */
export function CartLine({ item, words, stock }: CartLineProps) {
  const { set } = useCart();
  const { product, quantity, unitPrice } = item;
  const isShort = quantity > product.available;
  const choices = Math.max(quantity, product.available);
  const id = `quantity-${product.id}`;

  return (
    <li className={styles.line} data-product-id={product.id}>
      <div className={styles.picture}>
        <ProductPicture picture={product.picture} first />
      </div>
      <div className={styles.words}>
        <h2>
          <ShopLink href={`/product/${product.slug}`}>{product.name}</ShopLink>
        </h2>
        <p className={styles.kind}>{product.kind}</p>
        {isShort ? (
          <p id={`${id}-problem`} className={styles.short}>
            {fill(product.available === 0 ? words.soldOut : words.short, {
              stock: stockInWords(product.available, stock),
            })}
          </p>
        ) : (
          product.available <= LITTLE_LEFT && <Availability available={product.available} words={stock} />
        )}
      </div>
      <p className={styles.price}>{formatMoney(unitPrice * quantity)}</p>
      <div className={styles.change}>
        <label htmlFor={id} className="visually-hidden">
          {fill(words.quantityOf, { name: product.name })}
        </label>
        <select
          id={id}
          value={quantity}
          aria-invalid={isShort || undefined}
          aria-describedby={isShort ? `${id}-problem` : undefined}
          onChange={(event) => {
            const wanted = Number(event.currentTarget.value);
            startTransition(() => set(product, wanted));
          }}
        >
          {Array.from({ length: choices }, (_, index) => index + 1).map((number) => (
            <option key={number}>{number}</option>
          ))}
        </select>
        <form action={() => set(product, 0)}>
          <button type="submit" aria-label={fill(words.removeOf, { name: product.name })}>
            {words.remove}
          </button>
        </form>
      </div>
    </li>
  );
}
