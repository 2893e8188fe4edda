import type { ClientBase } from 'pg';
import { countedLoginState } from '../input/fact-row';
import { refundedAmountOf, refundedLinesOf, type RefundGain } from './refund-deltas';
import { currencyOf } from '../input/currency-of';

/** Columns that the event that told first of a refund decides, with their types and what it says. */
const OF_FIRST: readonly (readonly [string, string, (gain: RefundGain) => unknown])[] = [
  ['refund_id', 'text', ({ first }) => first.refund_id],
  ['amount', 'numeric', ({ first }) => refundedAmountOf(first)],
  ['currency', 'text', ({ first }) => currencyOf(first)],
  ['refunded_at', 'timestamptz', ({ first }) => first.event_timestamp],
  ['refunded_sequence', 'integer', ({ first }) => first.sequence],
  ['refunded_event_id', 'uuid', ({ first }) => first.event_id],
  ['login_state', 'text', ({ first }) => countedLoginState(first)],
  ['is_bot', 'boolean', ({ first }) => first.is_bot],
  ['is_staff', 'boolean', ({ first }) => first.is_staff],
  ['items', 'jsonb', ({ first }) => JSON.stringify(refundedLinesOf(first))],
];

const COLUMNS: typeof OF_FIRST = [
  ['order_id', 'text', ({ orderId }) => orderId],
  ['refund_key', 'text', ({ key }) => key],
  ...OF_FIRST,
  ['told', 'integer', ({ told }) => told],
];

const placeOf = (row: string) =>
  `(${row}.refunded_at, coalesce(${row}.refunded_sequence, -1), ${row}.refunded_event_id)`;
const IS_EARLIER = `${placeOf('excluded')} < ${placeOf('kept')}`;

const UPSERT = `
  INSERT INTO refunds AS kept (${COLUMNS.map(([name]) => name).join(', ')})
  SELECT * FROM unnest(${COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')}) AS gain
  ORDER BY 1, 2
  ON CONFLICT (order_id, refund_key) DO UPDATE SET
    ${OF_FIRST.map(([name]) => `${name} = CASE WHEN ${IS_EARLIER} THEN excluded.${name} ELSE kept.${name} END`).join(', ')},
    told = kept.told + excluded.told`;

/** Adds to the refunds what new events tell of them. A refund is what the first event says that tells of it. */
export async function writeRefunds(client: ClientBase, gains: readonly RefundGain[]): Promise<void> {
  if (gains.length === 0) return;
  await client.query(
    UPSERT,
    COLUMNS.map(([, , valueOf]) => gains.map((gain) => valueOf(gain) ?? null)),
  );
}
