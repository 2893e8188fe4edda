import type { Picture } from '../catalogue';
import type { CheckoutDetails } from '../checkout/checkout-details';
import type { OrderStatus } from '../checkout/order-status';
import type { OpenPayment } from './payment-contract';
import type { Product } from './product';

/** The number of orders on one page of a list. */
export const ORDERS_ON_PAGE = 20;

export interface OrderItem {
  readonly product: Product;
  readonly quantity: number;
  /** The price of one piece when the order was placed. */
  readonly unitPrice: number;
}

/** A status that an order has had, and since when. */
export interface OrderStep {
  readonly status: OrderStatus;
  readonly at: string;
}

/**
 * A placed order. `total` = `subtotal` - `discount` + `shipping`; `tax` is the part of
 * `total` that is value added tax.
 */
export interface Order {
  readonly orderId: string;
  /** The id in events of the cart that it was. It opens neither. */
  readonly cartAnalyticsId: string;
  readonly placedAt: string;
  readonly status: OrderStatus;
  /** Its statuses until now, the first first. */
  readonly steps: OrderStep[];
  readonly items: OrderItem[];
  readonly subtotal: number;
  /** The part of the subtotal that the coupon takes off. */
  readonly discount: number;
  readonly coupon: string | null;
  readonly shipping: number;
  readonly tax: number;
  readonly total: number;
  /** Money given back. */
  readonly refunded: number;
  readonly details: CheckoutDetails;
  /** False while, and when, nobody has paid it by card: it counts nowhere. */
  readonly isSold: boolean;
  /** Null unless it waits for a payment by card. */
  readonly openPayment: OpenPayment | null;
}

/** An order as a list shows it. */
export interface OrderInList {
  readonly orderId: string;
  readonly placedAt: string;
  readonly status: OrderStatus;
  readonly total: number;
  readonly refunded: number;
  readonly products: { readonly name: string; readonly picture: Picture; readonly quantity: number }[];
}

/** One page of orders, the newest first. */
export interface OrderList {
  readonly items: OrderInList[];
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
}
