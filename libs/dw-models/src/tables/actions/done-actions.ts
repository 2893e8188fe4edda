import type { Table } from '../table';

/** Entries on actions of the dashboard that were done, with what was promised. */
export const DONE_ACTIONS = {
  name: 'done_actions',
  comment:
    'Entries on actions that were done, each after the entry seen (0: none). One with figures begins: they are the promise of that moment. Those after it change its day; done_on NULL withdraws it.',
  primaryKey: ['entry_id'],
  columns: {
    entry_id: { type: 'bigint', generated: true },
    kind: { type: 'text' },
    key: { type: 'text' },
    seen: { type: 'bigint' },
    done_on: { type: 'date', nullable: true },
    recorded_at: { type: 'timestamptz', defaultSql: 'now()' },
    label: { type: 'text', nullable: true },
    topic: { type: 'text', nullable: true },
    group_name: { type: 'text', nullable: true },
    counted_from: { type: 'date', nullable: true },
    counted_to: { type: 'date', nullable: true },
    login_state: { type: 'text', nullable: true },
    traffic: { type: 'text', nullable: true },
    currency: { type: 'text', nullable: true },
    gain: { type: 'numeric', nullable: true },
    gain_lower: { type: 'numeric', nullable: true },
    gain_upper: { type: 'numeric', nullable: true },
    part: { type: 'numeric', nullable: true },
    whole: { type: 'numeric', nullable: true },
    other_part: { type: 'numeric', nullable: true },
    other_whole: { type: 'numeric', nullable: true },
  },
  uniques: { done_actions_one_change: ['kind', 'key', 'seen'] },
  checks: {
    done_actions_not_ahead: "(done_on <= (((recorded_at AT TIME ZONE 'UTC'::text))::date + 1))",
    done_actions_whole_promise:
      '(num_nulls(label, topic, counted_from, counted_to, login_state, traffic, currency, gain, gain_lower, gain_upper, part, whole, other_part, other_whole) = ANY (ARRAY[0, 14]))',
  },
} as const satisfies Table;
