'use client';

import { useCart, useCartOfPage } from '../../cart/cart-context';
import { deliveryDays, FREE_DELIVERY_FROM, isAvailable, type Cart } from '../../shop/gateway';
import { formatMoney } from '../../formatting/money';
import { formatDay } from '../../formatting/time';
import { ButtonLink } from '../forms/button';
import { EmptyState } from '../layout/empty-state';
import { CouponForm } from './coupon-form';
import { CartLine } from './cart-line';
import { useFocusKept } from './use-focus-kept';
import styles from './cart-lines.module.css';

/**
 * All lines of the cart, their total, and the link to the checkout.
 *
 * @param ofPage the cart that the page came with
 */
export function CartLines({ ofPage }: { ofPage: Cart | null }) {
  const { cart } = useCartOfPage(ofPage);
  const lines = cart?.items.length ?? 0;
  const page = useFocusKept<HTMLDivElement>(lines);
  return <div ref={page}>{cart && lines > 0 ? <FilledCart cart={cart} /> : <EmptyCart />}</div>;
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

function FilledCart({ cart }: { cart: Cart }) {
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
          <p suppressHydrationWarning>
            {deliveryHint(cart.subtotal)} {arrival()}
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

/** The browser may take over the page on the next day. */
function arrival(): string {
  return `At your door by ${formatDay(deliveryDays(new Date(), 'standard').to)}.`;
}

function deliveryHint(subtotal: number): string {
  const short = FREE_DELIVERY_FROM - subtotal;
  return short > 0
    ? `Another ${formatMoney(short)} and standard delivery is free. Tax is included.`
    : 'Standard delivery is free. Tax is included.';
}
