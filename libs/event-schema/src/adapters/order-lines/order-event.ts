import { rowEventId } from '../shared/row-event-id';

/** One line of an order; cancelled or written-off pieces are negative. */
export interface OrderLine {
  readonly sku: string;
  readonly name?: string | undefined;
  /** Decimal text. */
  readonly quantity: string;
  /** Decimal text, in units of the currency: `2.55`. */
  readonly unitPrice: string;
}

/** The lines of one order or cancellation, from a file of a shop's books. */
export interface OrderLines {
  readonly invoice: string;
  /** ISO 8601. */
  readonly invoiceDate: string;
  readonly customerId?: string | undefined;
  readonly country?: string | undefined;
  /** ISO 4217. */
  readonly currency: string;
  readonly lines: readonly OrderLine[];
}

/** An event of order lines. */
export interface OrderLinesEvent extends OrderLines {
  readonly eventId: string;
}

/**
 * An order as an event. Its id is derived from the order's number, so the order is the same event
 * however often it is reported.
 */
export function orderEvent(order: OrderLines): OrderLinesEvent {
  return { eventId: rowEventId(Date.parse(order.invoiceDate), ['order-lines', order.invoice]), ...order };
}
