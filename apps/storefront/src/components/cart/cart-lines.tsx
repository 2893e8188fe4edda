'use client';

import { useCart, useCartOfPage } from '../../cart/cart-context';
import { FREE_DELIVERY_FROM, isAvailable, type Cart } from '../../shop/gateway';
import { formatMoney } from '../../formatting/money';
import type { Words } from '../../words';
import { fill } from '../../words/sentences';
import { ButtonLink } from '../links/button-link';
import { EmptyState } from '../layout/empty-state';
import { CouponForm } from './coupon-form';
import { CartLine } from './cart-line';
import { useFocusKept } from './use-focus-kept';
import styles from './cart-lines.module.css';

interface CartLinesProps {
  /** The cart that the page came with. */
  readonly ofPage: Cart | null;
  /** The day on which standard delivery arrives, in words. */
  readonly arrival: string;
  readonly words: Words['cart'];
  readonly stock: Words['product']['stock'];
}

/** All lines of the cart, their total, and the link to the checkout. */
export function CartLines({ ofPage, words, ...rest }: CartLinesProps) {
  const { cart } = useCartOfPage(ofPage);
  const lines = cart?.items.length ?? 0;
  const page = useFocusKept<HTMLDivElement>(lines);
  return (
    <div ref={page}>
      {cart && lines > 0 ? (
        <FilledCart cart={cart} words={words} {...rest} />
      ) : (
        <EmptyCart words={words.empty} />
      )}
    </div>
  );
}

function EmptyCart({ words }: { words: Words['cart']['empty'] }) {
  return (
    <EmptyState title={words.title} text={words.text}>
      <ButtonLink href="/category/laptops">{words.laptops}</ButtonLink>
      <ButtonLink href="/" look="quiet">
        {words.offers}
      </ButtonLink>
    </EmptyState>
  );
}

type FilledCartProps = Omit<CartLinesProps, 'ofPage'> & { readonly cart: Cart };

function FilledCart({ cart, arrival, words, stock }: FilledCartProps) {
  const { problem } = useCart();
  return (
    <>
      <h1 className={styles.title}>{words.title}</h1>
      {problem && <p role="alert">{problem.text}</p>}
      <div className={styles.cart}>
        <ul aria-label={words.products}>
          {cart.items.map((item) => (
            <CartLine key={item.product.id} item={item} words={words.line} stock={stock} />
          ))}
        </ul>
        <section aria-label={words.summary} className={styles.summary}>
          <dl>
            <dt>{words.subtotal}</dt>
            <dd>{formatMoney(cart.subtotal)}</dd>
            {cart.coupon && cart.coupon.discount > 0 && (
              <>
                <dt>{fill(words.couponWith, { code: cart.coupon.code })}</dt>
                <dd>−{formatMoney(cart.coupon.discount)}</dd>
              </>
            )}
          </dl>
          <CouponForm coupon={cart.coupon} words={words.coupon} />
          <p>
            {deliveryHint(cart.subtotal, words)} {fill(words.arrival, { day: arrival })}
          </p>
          {cart.items.every(isAvailable) ? (
            <ButtonLink href="/checkout" wide>
              {words.checkout}
            </ButtonLink>
          ) : (
            <p role="status">{words.notInStock}</p>
          )}
        </section>
      </div>
    </>
  );
}

function deliveryHint(subtotal: number, words: Words['cart']): string {
  const short = FREE_DELIVERY_FROM - subtotal;
  return short > 0 ? fill(words.missing, { amount: formatMoney(short) }) : words.free;
}
