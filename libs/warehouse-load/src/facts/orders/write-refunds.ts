import { REFUNDS } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import { countedLoginState } from '../input/fact-row';
import { refundedAmountOf, refundedLinesOf, type RefundDelta } from './refund-deltas';
import { deltaArrays, upsertSql, type DeltaValues } from '../../copy/upsert';
import { currencyOf } from '../input/currency-of';

/** Columns that the first event of a refund decides. */
const OF_FIRST = {
  refund_id: ({ first }) => first.refund_id,
  amount: ({ first }) => refundedAmountOf(first),
  currency: ({ first }) => currencyOf(first),
  refunded_at: ({ first }) => first.event_timestamp,
  refunded_sequence: ({ first }) => first.sequence,
  refunded_event_id: ({ first }) => first.event_id,
  login_state: ({ first }) => countedLoginState(first),
  is_bot: ({ first }) => first.is_bot,
  is_staff: ({ first }) => first.is_staff,
  items: ({ first }) => JSON.stringify(refundedLinesOf(first)),
} satisfies DeltaValues<typeof REFUNDS, RefundDelta>;

const VALUES = {
  order_id: ({ orderId }: RefundDelta) => orderId,
  refund_key: ({ key }: RefundDelta) => key,
  ...OF_FIRST,
  told: ({ reports }: RefundDelta) => reports,
} satisfies Required<DeltaValues<typeof REFUNDS, RefundDelta>>;

const placeOf = (row: string) =>
  `(${row}.refunded_at, coalesce(${row}.refunded_sequence, -1), ${row}.refunded_event_id)`;
const IS_EARLIER = `${placeOf('excluded')} < ${placeOf('kept')}`;

const SET = [
  ...Object.keys(OF_FIRST).map(
    (name) => `${name} = CASE WHEN ${IS_EARLIER} THEN excluded.${name} ELSE kept.${name} END`,
  ),
  'told = kept.told + excluded.told',
];
const UPSERT = upsertSql(REFUNDS, Object.keys(VALUES), SET.join(', '));

/** Updates the refunds by new events. The first event that reports a refund decides its values. */
export async function writeRefunds(client: ClientBase, deltas: readonly RefundDelta[]): Promise<void> {
  if (deltas.length === 0) return;
  await client.query(UPSERT, deltaArrays(VALUES, deltas));
}
