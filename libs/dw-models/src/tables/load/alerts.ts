import type { Table } from '../table';

/** One alert: something that a load found far from its expectation. */
export const ALERTS = {
  name: 'alerts',
  comment:
    'What a load found far from its expectation, once for as long as it lasts. The first of a run is the clearest.',
  primaryKey: ['alert_id'],
  columns: {
    alert_id: { type: 'bigint', generated: true },
    metric: { type: 'text' },
    // The name of the event, the currency of the money; otherwise empty.
    subject: { type: 'text' },
    // `device` or `channel`; empty for all visits.
    segment_by: { type: 'text' },
    segment: { type: 'text' },
    // The length of the window in which it was found, and its end.
    hours: { type: 'integer' },
    until: { type: 'timestamptz' },
    observed: { type: 'double precision' },
    expected: { type: 'double precision' },
    exposure: {
      type: 'double precision',
      comment: 'Of a share, what observed and expected are a part of; otherwise 1.',
    },
    // Standard deviations from the expectation.
    score: { type: 'double precision' },
    words: { type: 'text' },
    run_id: { type: 'integer' },
    raised_at: { type: 'timestamptz', defaultSql: 'now()' },
    over_at: {
      type: 'timestamptz',
      nullable: true,
      comment: 'The end of the hour that showed it to be over; NULL while it lasts.',
    },
  },
  indexes: { alerts_open: { columns: ['alert_id'], where: 'over_at IS NULL' } },
} as const satisfies Table;
