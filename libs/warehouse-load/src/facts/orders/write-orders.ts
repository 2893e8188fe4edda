import { ORDERS } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import { currencyOf } from '../input/currency-of';
import { countedLoginState } from '../input/fact-row';
import { deltaArrays, upsertSql, type DeltaValues } from '../../copy/upsert';
import { shopperRankSql, type OrderDelta } from './order-deltas';

/** Columns that one completion decides. */
type Values = DeltaValues<typeof ORDERS, OrderDelta>;

/** Time and content of the order, from the first completion. */
const OF_FIRST = {
  placed_at: ({ first }) => first.event_timestamp,
  placed_sequence: ({ first }) => first.sequence,
  placed_event_id: ({ first }) => first.event_id,
  currency: ({ first }) => currencyOf(first),
  gross: ({ first }) => first.order_revenue ?? 0,
  tax: ({ first }) => first.order_tax,
  shipping: ({ first }) => first.order_shipping,
  pieces: ({ first }) => (first.items ?? []).reduce((sum, { quantity }) => sum + quantity, 0),
  items: ({ first }) => first.items && JSON.stringify(first.items),
} satisfies Values;

/** The buyer, from the completion that identifies them best. */
const OF_SHOPPER = {
  shopper_at: ({ ofShopper }) => ofShopper.event_timestamp,
  shopper_sequence: ({ ofShopper }) => ofShopper.sequence,
  shopper_event_id: ({ ofShopper }) => ofShopper.event_id,
  client_id: ({ ofShopper }) => ofShopper.client_id,
  session_id: ({ ofShopper }) => ofShopper.session_id,
  user_id: ({ ofShopper }) => ofShopper.user_id,
  login_state: ({ ofShopper }) => countedLoginState(ofShopper),
  cart_id: ({ ofShopper }) => ofShopper.cart_id,
  is_bot: ({ ofShopper }) => ofShopper.is_bot,
  is_staff: ({ ofShopper }) => ofShopper.is_staff,
} satisfies Values;

const VALUES = {
  order_id: ({ orderId }: OrderDelta) => orderId,
  ...OF_FIRST,
  ...OF_SHOPPER,
  completions: ({ completions }: OrderDelta) => completions,
} satisfies Required<Values>;

const placeOf = (row: string) =>
  `(${row}.placed_at, coalesce(${row}.placed_sequence, -1), ${row}.placed_event_id)`;
const shopperPlaceOf = (row: string) =>
  `(${shopperRankSql(row)}, ${row}.shopper_at, coalesce(${row}.shopper_sequence, -1), ${row}.shopper_event_id)`;

const setWhere = (isEarlier: string, values: Values) =>
  Object.keys(values)
    .map((name) => `${name} = CASE WHEN ${isEarlier} THEN excluded.${name} ELSE kept.${name} END`)
    .join(', ');

const SET = [
  setWhere(`${placeOf('excluded')} < ${placeOf('kept')}`, OF_FIRST),
  setWhere(`${shopperPlaceOf('excluded')} < ${shopperPlaceOf('kept')}`, OF_SHOPPER),
  'completions = kept.completions + excluded.completions',
];

const UPSERT = `
  WITH written AS (
    ${upsertSql(ORDERS, Object.keys(VALUES), SET.join(', '))}
    RETURNING new.order_id, new.completions, old.shopper_event_id AS before, new.shopper_event_id AS now
  )
  SELECT order_id AS "orderId", CASE WHEN before <> now THEN before END AS displaced FROM written WHERE completions > 1`;

/** An order that was reported more than once. */
export interface RepeatedOrder {
  readonly orderId: string;
  /** The event that identified the buyer until now; null where that has not changed. */
  readonly displaced: string | null;
}

/**
 * Updates the orders by new events.
 *
 * @returns those of them that were reported more than once
 */
export async function writeOrders(
  client: ClientBase,
  deltas: readonly OrderDelta[],
): Promise<readonly RepeatedOrder[]> {
  if (deltas.length === 0) return [];
  const { rows } = await client.query<RepeatedOrder>(UPSERT, deltaArrays(VALUES, deltas));
  return rows;
}
