import type { ClientBase } from 'pg';
import { currencyOf } from '../input/currency-of';
import { countedLoginState } from '../input/fact-row';
import { shopperRankSql, type OrderGain } from './order-deltas';

/** Columns that one completion decides, with their types and what it says. */
type Columns = readonly (readonly [string, string, (gain: OrderGain) => unknown])[];

/** When and what was ordered, by the first completion. */
const OF_FIRST: Columns = [
  ['placed_at', 'timestamptz', ({ first }) => first.event_timestamp],
  ['placed_sequence', 'integer', ({ first }) => first.sequence],
  ['placed_event_id', 'uuid', ({ first }) => first.event_id],
  ['currency', 'text', ({ first }) => currencyOf(first)],
  ['gross', 'numeric', ({ first }) => first.order_revenue ?? 0],
  ['tax', 'numeric', ({ first }) => first.order_tax],
  ['shipping', 'numeric', ({ first }) => first.order_shipping],
  ['pieces', 'bigint', ({ first }) => (first.items ?? []).reduce((sum, { quantity }) => sum + quantity, 0)],
  ['items', 'jsonb', ({ first }) => first.items && JSON.stringify(first.items)],
];

/** Who ordered, by the completion that says so best. */
const OF_SHOPPER: Columns = [
  ['shopper_at', 'timestamptz', ({ ofShopper }) => ofShopper.event_timestamp],
  ['shopper_sequence', 'integer', ({ ofShopper }) => ofShopper.sequence],
  ['shopper_event_id', 'uuid', ({ ofShopper }) => ofShopper.event_id],
  ['client_id', 'text', ({ ofShopper }) => ofShopper.client_id],
  ['session_id', 'text', ({ ofShopper }) => ofShopper.session_id],
  ['user_id', 'text', ({ ofShopper }) => ofShopper.user_id],
  ['login_state', 'text', ({ ofShopper }) => countedLoginState(ofShopper)],
  ['cart_id', 'text', ({ ofShopper }) => ofShopper.cart_id],
  ['is_bot', 'boolean', ({ ofShopper }) => ofShopper.is_bot],
  ['is_staff', 'boolean', ({ ofShopper }) => ofShopper.is_staff],
];

const COLUMNS: Columns = [
  ['order_id', 'text', ({ orderId }) => orderId],
  ...OF_FIRST,
  ...OF_SHOPPER,
  ['completions', 'integer', ({ completions }) => completions],
];

const placeOf = (row: string) =>
  `(${row}.placed_at, coalesce(${row}.placed_sequence, -1), ${row}.placed_event_id)`;
const shopperPlaceOf = (row: string) =>
  `(${shopperRankSql(row)}, ${row}.shopper_at, coalesce(${row}.shopper_sequence, -1), ${row}.shopper_event_id)`;

const setWhere = (isEarlier: string, columns: Columns) =>
  columns
    .map(([name]) => `${name} = CASE WHEN ${isEarlier} THEN excluded.${name} ELSE kept.${name} END`)
    .join(', ');

const UPSERT = `
  WITH told AS (
    INSERT INTO orders AS kept (${COLUMNS.map(([name]) => name).join(', ')})
    SELECT * FROM unnest(${COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')}) AS gain
    ORDER BY 1
    ON CONFLICT (order_id) DO UPDATE SET
      ${setWhere(`${placeOf('excluded')} < ${placeOf('kept')}`, OF_FIRST)},
      ${setWhere(`${shopperPlaceOf('excluded')} < ${shopperPlaceOf('kept')}`, OF_SHOPPER)},
      completions = kept.completions + excluded.completions
    RETURNING new.order_id, new.completions, old.shopper_event_id AS before, new.shopper_event_id AS now
  )
  SELECT order_id AS "orderId", CASE WHEN before <> now THEN before END AS displaced FROM told WHERE completions > 1`;

/** An order that has been told more than once. */
export interface RepeatedOrder {
  readonly orderId: string;
  /** The event that said until now who ordered; null where that has not changed. */
  readonly displaced: string | null;
}

/**
 * Adds to the orders what new events tell of them.
 *
 * @returns those of them that have been told more than once
 */
export async function writeOrders(
  client: ClientBase,
  gains: readonly OrderGain[],
): Promise<readonly RepeatedOrder[]> {
  if (gains.length === 0) return [];
  const { rows } = await client.query<RepeatedOrder>(
    UPSERT,
    COLUMNS.map(([, , valueOf]) => gains.map((gain) => valueOf(gain) ?? null)),
  );
  return rows;
}
