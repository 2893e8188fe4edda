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
  /** The id of the product that stands for its family in lists; null without one. */
  readonly familyId: string | null;
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

/** A coupon at the desk. */
export interface DeskCoupon {
  readonly code: string;
  /** Null for an amount. */
  readonly percent: number | null;
  /** Null for a share. */
  readonly amount: number | null;
  readonly minimum: number;
  readonly validFrom: string;
  /** Null for always. */
  readonly validTo: string | null;
  /** Null for any number. */
  readonly mostUses: number | null;
  readonly uses: number;
}

/** All coupons and their last changes. */
export interface DeskCoupons {
  readonly coupons: DeskCoupon[];
  readonly changes: {
    readonly at: string;
    readonly actor: string;
    readonly code: string;
    readonly what: string;
  }[];
}

/** A mail to a customer as it was written. */
export interface DeskMail {
  readonly id: string;
  readonly at: string;
  /** Null for the code of a sign-in. */
  readonly orderId: string | null;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

/** One page of mails, the newest first. */
export interface DeskMails {
  readonly items: DeskMail[];
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
}
