'use client';

import { orderTotals, type CartCoupon, type CartItem } from '../../shop/gateway';
import { CouponForm } from '../cart/coupon-form';
import { useChosenDelivery } from './chosen-delivery';
import { OrderSummary } from './order-summary';

interface CheckoutSummaryProps {
  readonly items: readonly CartItem[];
  readonly coupon: CartCoupon | null;
}

/** The products of a cart and its sums with the delivery that is chosen at the moment. */
export function CheckoutSummary({ items, coupon }: CheckoutSummaryProps) {
  const [method] = useChosenDelivery();
  const totals = orderTotals(items, method, coupon?.discount);
  return (
    <div>
      <OrderSummary items={items} totals={totals} coupon={coupon?.code ?? null} />
      <CouponForm coupon={coupon} />
    </div>
  );
}
