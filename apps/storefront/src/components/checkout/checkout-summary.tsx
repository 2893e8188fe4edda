'use client';

import { orderTotals, type CartCoupon, type CartItem } from '../../shop/gateway';
import type { Words } from '../../words';
import { CouponForm } from '../cart/coupon-form';
import { useChosenDelivery } from './chosen-delivery';
import { OrderSummary } from './order-summary';

interface CheckoutSummaryProps {
  readonly items: readonly CartItem[];
  readonly coupon: CartCoupon | null;
  readonly words: Words['checkout']['sums'];
  readonly couponWords: Words['cart']['coupon'];
}

/** The products of a cart and its sums with the delivery that is chosen at the moment. */
export function CheckoutSummary({ items, coupon, words, couponWords }: CheckoutSummaryProps) {
  const [method] = useChosenDelivery();
  const totals = orderTotals(items, method, coupon?.discount);
  return (
    <div>
      <OrderSummary items={items} totals={totals} coupon={coupon?.code ?? null} words={words} />
      <CouponForm coupon={coupon} words={couponWords} />
    </div>
  );
}
