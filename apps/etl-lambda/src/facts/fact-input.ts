import type { BoughtItem } from '../row/bought-items';
import type { RowOrFault } from '../row/to-warehouse-row';

/** What the facts need of an event, kept until it is known whether its row is new. */
export interface FactInput {
  readonly eventId: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly eventName: string;
  readonly loginState: string;
  readonly isBot: boolean;
  readonly sessionId: string | null;
  /** Gross, of a completed order; null for every other event. */
  readonly revenue: number | string | null;
  readonly product: SeenProduct | null;
  /** Of a completed order; empty for every other event. */
  readonly boughtItems: readonly BoughtItem[];
}

/** A product as an event shows it. */
export interface SeenProduct {
  readonly id: string;
  readonly name: string | null;
  readonly category: string | null;
  readonly brand: string | null;
  readonly price: number | string | null;
}

/** The login state that events without one are counted under. */
export const UNKNOWN_LOGIN_STATE = 'unknown';

/** Takes from a row what the facts need of it. */
export function factInputOf({ row, time, items }: Extract<RowOrFault, { ok: true }>): FactInput {
  const isOrder = row.event_name === 'checkout_complete';
  return {
    eventId: row.event_id,
    time,
    eventName: row.event_name,
    loginState: row.user_login_state ?? UNKNOWN_LOGIN_STATE,
    isBot: row.is_bot,
    sessionId: row.session_id,
    revenue: isOrder ? row.order_revenue : null,
    product:
      row.context_product_id === null
        ? null
        : {
            id: row.context_product_id,
            name: row.context_product_name,
            category: row.context_product_category,
            brand: row.context_product_brand,
            price: row.context_product_price,
          },
    boughtItems: isOrder ? (items ?? []) : [],
  };
}
