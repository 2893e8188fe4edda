'use client';

import { useCart, useCartOfPage } from '../../cart/cart-context';
import { FREE_DELIVERY_FROM, isAvailable, type Cart } from '../../shop/gateway';
import { formatMoney } from '../../formatting/money';
import { ButtonLink } from '../forms/button';
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
}

/** All lines of the cart, their total, and the link to the checkout. */
export function CartLines({ ofPage, arrival }: CartLinesProps) {
  const { cart } = useCartOfPage(ofPage);
  const lines = cart?.items.length ?? 0;
  const page = useFocusKept<HTMLDivElement>(lines);
  return (
    <div ref={page}>{cart && lines > 0 ? <FilledCart cart={cart} arrival={arrival} /> : <EmptyCart />}</div>
  );
}

function EmptyCart() {
  return (
    <EmptyState title="Your cart is empty" text="Add a product to get started.">
      <ButtonLink href="/category/laptops">Shop laptops</ButtonLink>
      <ButtonLink href="/" look="quiet">
        See this week’s offers
      </ButtonLink>
    </EmptyState>
  );
}

function FilledCart({ cart, arrival }: { cart: Cart; arrival: string }) {
  const { problem } = useCart();
  return (
    <>
      <h1 className={styles.title}>Cart</h1>
      {problem && <p role="alert">{problem.text}</p>}
      <div className={styles.cart}>
        <ul aria-label="Products in your cart">
          {cart.items.map((item) => (
            <CartLine key={item.product.id} item={item} />
          ))}
        </ul>
        <section aria-label="Summary" className={styles.summary}>
          <dl>
            <dt>Subtotal</dt>
            <dd>{formatMoney(cart.subtotal)}</dd>
            {cart.coupon && cart.coupon.discount > 0 && (
              <>
                <dt>Coupon {cart.coupon.code}</dt>
                <dd>−{formatMoney(cart.coupon.discount)}</dd>
              </>
            )}
          </dl>
          <CouponForm coupon={cart.coupon} />
          <p>
            {deliveryHint(cart.subtotal)} At your door by {arrival}.
          </p>
          {cart.items.every(isAvailable) ? (
            <ButtonLink href="/checkout" wide>
              Checkout
            </ButtonLink>
          ) : (
            <p role="status">Some products are not in stock as you chose them. Change them to check out.</p>
          )}
        </section>
      </div>
    </>
  );
}

function deliveryHint(subtotal: number): string {
  const short = FREE_DELIVERY_FROM - subtotal;
  return short > 0
    ? `Another ${formatMoney(short)} and standard delivery is free. Tax is included.`
    : 'Standard delivery is free. Tax is included.';
}
