import type { PaymentMethod } from '../checkout/checkout-details';
import type { OrderStatus } from '../checkout/order-status';
import type { Order, OrderInList, OrderList } from './order-contract';
import type { Product } from './product';

/** An order in a list at the desk, with its customer. */
export interface DeskOrderInList extends OrderInList {
  readonly customer: string;
  readonly payment: PaymentMethod;
}

/** One page of orders at the desk. */
export interface DeskOrders extends OrderList {
  readonly items: DeskOrderInList[];
  /** Orders of each status, whatever the filter. */
  readonly counts: Partial<Record<OrderStatus, number>>;
}

/** One change of an order, with who did it. */
export interface DeskChange {
  readonly at: string;
  readonly actor: string;
  /** Null for the first. */
  readonly from: OrderStatus | null;
  readonly to: OrderStatus;
  readonly note: string;
  /** Money that was given back with it. */
  readonly refund: number | null;
}

/** An order with all that the desk knows of it. */
export interface DeskOrder extends Order {
  readonly changes: DeskChange[];
}

/** A product at the desk: its real stock, and its last changes. */
export interface DeskProduct extends Product {
  readonly pieces: number;
}

/** A change of a product's stock or price. */
export interface DeskProductChange {
  readonly at: string;
  readonly actor: string;
  readonly productId: string;
  readonly name: string;
  readonly field: 'pieces' | 'price' | 'discountPrice';
  readonly before: number | null;
  readonly after: number | null;
}

/** The products of the shop and the last changes of their stock and prices. */
export interface DeskProducts {
  readonly products: DeskProduct[];
  readonly changes: DeskProductChange[];
}

/** Today on the shop's clock. */
export interface DeskToday {
  readonly orders: number;
  readonly revenue: number;
  readonly refunds: number;
  readonly refunded: number;
  /** Orders that wait for the desk, by status. */
  readonly open: Partial<Record<OrderStatus, number>>;
  /** Products of which few pieces are left, the fewest first. */
  readonly low: DeskProduct[];
}
