import type { ClickstreamEvent, Product } from '@clickstream/event-schema';
import {
  CURRENCY,
  reportPage,
  type SoldCart,
  type SoldLine,
  type SoldOrder,
  type SoldProduct,
} from './journey';

/** The part of our tracker that this page uses; a script tag has started it. */
interface Clickstream {
  page(): void;
  track(name: ClickstreamEvent['eventName'], payload: object): void;
  flush(): Promise<void>;
}

const cents = (dollars: number) => Math.round(dollars * 100);

const productOf = ({ price, ...rest }: SoldProduct | SoldLine): Product => ({ ...rest, price: cents(price) });
const cartOf = ({ id, total, lines }: SoldCart) => ({
  cartId: id,
  value: cents(total),
  currency: CURRENCY,
  items: lines.map(productOf),
});
const orderOf = ({ id, total, tax, shipping, lines }: SoldOrder) => ({
  orderId: id,
  revenue: cents(total),
  tax: cents(tax),
  shipping: cents(shipping),
  currency: CURRENCY,
  items: lines.map(productOf),
});

/** A page with our own tracker. */
void reportPage(() => {
  const { clickstream } = window as unknown as { clickstream: Clickstream };
  return {
    pageShown: () => clickstream.page(),
    productShown: (product) => clickstream.track('product_view', { product: productOf(product) }),
    addedToCart: (line, cart) =>
      clickstream.track('add_to_cart_click', { product: productOf(line), cart: cartOf(cart) }),
    checkoutBegun: (cart) => clickstream.track('checkout_start', { cart: cartOf(cart) }),
    orderPlaced: (order) => clickstream.track('checkout_complete', { order: orderOf(order) }),
    refunded: (refund) => clickstream.track('order_refund', { order: orderOf(refund) }),
    delivered: () => clickstream.flush(),
  };
});
