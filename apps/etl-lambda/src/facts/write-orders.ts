import type { ClientBase } from 'pg';
import { exactSum } from './exact-sum';
import type { OrderGain } from './order-gains';

/** Columns that the first completion of an order decides, with their types and what it says. */
const OF_FIRST: readonly (readonly [string, string, (gain: OrderGain) => unknown])[] = [
  ['placed_at', 'timestamptz', ({ first }) => first?.event_timestamp],
  ['placed_sequence', 'integer', ({ first }) => first?.sequence],
  ['placed_event_id', 'uuid', ({ first }) => first?.event_id],
  ['client_id', 'text', ({ first }) => first?.client_id],
  ['session_id', 'text', ({ first }) => first?.session_id],
  ['user_id', 'text', ({ first }) => first?.user_id],
  ['login_state', 'text', ({ first }) => first && (first.user_login_state ?? 'unknown')],
  ['cart_id', 'text', ({ first }) => first?.cart_id],
  ['currency', 'text', ({ first }) => first?.currency],
  ['gross', 'numeric', ({ first }) => first?.order_revenue ?? 0],
  ['tax', 'numeric', ({ first }) => first?.order_tax],
  ['shipping', 'numeric', ({ first }) => first?.order_shipping],
  ['pieces', 'bigint', ({ first }) => (first?.items ?? []).reduce((sum, { quantity }) => sum + quantity, 0)],
  ['is_bot', 'boolean', ({ first }) => first?.is_bot ?? false],
  ['is_staff', 'boolean', ({ first }) => first?.is_staff ?? false],
];

/** Columns that each event adds to. */
const OF_ALL: typeof OF_FIRST = [
  ['completions', 'integer', ({ completions }) => completions],
  ['refunds', 'integer', ({ refunds }) => refunds.length],
  ['refunded', 'numeric', ({ refunds }) => exactSum(refunds)],
  ['refunded_at', 'timestamptz', ({ refundedAt }) => refundedAt],
];

const COLUMNS = [['order_id', 'text', ({ orderId }: OrderGain) => orderId] as const, ...OF_FIRST, ...OF_ALL];

const placeOf = (row: string) =>
  `(${row}.placed_at, coalesce(${row}.placed_sequence, -1), ${row}.placed_event_id)`;

const IS_EARLIER = `excluded.placed_at IS NOT NULL
  AND (kept.placed_at IS NULL OR ${placeOf('excluded')} < ${placeOf('kept')})`;

const UPSERT = `
  INSERT INTO orders AS kept (${COLUMNS.map(([name]) => name).join(', ')})
  SELECT * FROM unnest(${COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')}) AS gain
  ORDER BY 1
  ON CONFLICT (order_id) DO UPDATE SET
    ${OF_FIRST.map(([name]) => `${name} = CASE WHEN ${IS_EARLIER} THEN excluded.${name} ELSE kept.${name} END`).join(', ')},
    completions = kept.completions + excluded.completions,
    refunds = kept.refunds + excluded.refunds,
    refunded = kept.refunded + excluded.refunded,
    refunded_at = greatest(kept.refunded_at, excluded.refunded_at)`;

/** Adds to the orders what new events tell of them. An order is what its first completion says; refunds add up. */
export async function writeOrders(client: ClientBase, gains: readonly OrderGain[]): Promise<void> {
  if (gains.length === 0) return;
  await client.query(
    UPSERT,
    COLUMNS.map(([, , valueOf]) => gains.map((gain) => valueOf(gain) ?? null)),
  );
}
