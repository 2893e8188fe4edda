import type { Table } from '../table';

/** One run of `npm run retention`, with what it dropped. */
export const RETENTION_RUNS = {
  name: 'retention_runs',
  comment: 'What was dropped because of its age. Nothing from before the latest horizon is loaded again.',
  primaryKey: ['retention_id'],
  columns: {
    retention_id: { type: 'integer', generated: true },
    horizon: { type: 'date' },
    ran_at: { type: 'timestamptz', defaultSql: 'now()' },
    facts_rebuilt_at: { type: 'timestamptz', nullable: true },
    partitions: { type: 'integer' },
    events: { type: 'bigint' },
    quarantined: { type: 'bigint' },
    objects: { type: 'bigint' },
  },
} as const satisfies Table;
