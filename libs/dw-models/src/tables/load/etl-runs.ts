import type { Table } from '../table';

/** One run of the ETL; its counts grow with every chunk it loads. */
export const ETL_RUNS = {
  name: 'etl_runs',
  primaryKey: ['run_id'],
  columns: {
    run_id: { type: 'integer', generated: true },
    started_at: { type: 'timestamptz', defaultSql: 'now()' },
    finished_at: { type: 'timestamptz', nullable: true },
    objects: { type: 'integer', default: 0 },
    loaded: { type: 'integer', default: 0 },
    duplicates: { type: 'integer', default: 0 },
    quarantined: { type: 'integer', default: 0 },
    data_until: {
      type: 'timestamptz',
      nullable: true,
      comment: 'The newest time of receipt that any run has loaded so far.',
    },
    swept_until: {
      type: 'text',
      nullable: true,
      comment:
        'Where the next run goes on with its sweep of the bucket: after this key; empty for the beginning.',
    },
    complete_until: {
      type: 'timestamptz',
      nullable: true,
      comment: 'All that was in the bucket then is loaded: when the last run began that loaded everything.',
    },
    error: {
      type: 'text',
      nullable: true,
      comment: 'The error that ended the run; NULL for one that came to its end, was killed, or is at work.',
    },
    judged_until: {
      type: 'timestamptz',
      nullable: true,
      comment:
        'The end of the hour that this run compared with the weeks before, for alerts; NULL when it closed none.',
    },
  },
} as const satisfies Table;
