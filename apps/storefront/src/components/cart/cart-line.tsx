'use client';

import { startTransition } from 'react';
import { useCart } from '../../cart/cart-context';
import { formatMoney } from '../../formatting/money';
import { LITTLE_LEFT, type CartItem } from '../../shop/gateway';
import { ShopLink } from '../links/shop-link';
import { Availability, wordsFor } from '../product/availability';
import { ProductPicture } from '../product/product-picture';
import styles from './cart-line.module.css';

/** One product of the cart, with its quantity. */
export function CartLine({ item }: { item: CartItem }) {
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
            {wordsFor(product.available)}. {product.available === 0 ? 'Remove it' : 'Choose fewer'} to check
            out.
          </p>
        ) : (
          product.available <= LITTLE_LEFT && <Availability available={product.available} />
        )}
      </div>
      <p className={styles.price}>{formatMoney(unitPrice * quantity)}</p>
      <div className={styles.change}>
        <label htmlFor={id} className="visually-hidden">
          Quantity of {product.name}
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
          <button type="submit" aria-label={`Remove ${product.name}`}>
            Remove
          </button>
        </form>
      </div>
    </li>
  );
}
