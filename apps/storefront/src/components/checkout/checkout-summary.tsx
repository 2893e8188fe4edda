'use client';

import { orderTotals, type CartItem } from '../../shop/gateway';
import { useChosenDelivery } from './chosen-delivery';
import { OrderSummary } from './order-summary';

/** The products of a cart and its sums with the delivery that is chosen at the moment. */
export function CheckoutSummary({ items }: { items: readonly CartItem[] }) {
  const [method] = useChosenDelivery();
  return <OrderSummary items={items} totals={orderTotals(items, method)} />;
}
