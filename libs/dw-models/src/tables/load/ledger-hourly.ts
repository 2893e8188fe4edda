import type { Table } from '../table';

/**
 * The places of the events of one hour of receipt. Counts are bigint, which the driver returns as
 * text.
 */
export const LEDGER_HOURLY = {
  name: 'ledger_hourly',
  comment:
    'Where the events of an hour of receipt are now, each in one place: received = stored + rejected; stored = loaded + duplicates + quarantined + erased + expired; loaded = rows in clickstream_events. Written in the transactions that change what it counts.',
  primaryKey: ['hour'],
  columns: {
    hour: { type: 'timestamptz' },
    received: { type: 'bigint', default: 0 },
    rejected: { type: 'bigint', default: 0 },
    stored: { type: 'bigint', default: 0 },
    loaded: { type: 'bigint', default: 0 },
    duplicates: { type: 'bigint', default: 0 },
    quarantined: { type: 'bigint', default: 0 },
    replayed: {
      type: 'bigint',
      default: 0,
      comment:
        'How many quarantined events a replay has read after all: they count as loaded or duplicates since.',
    },
    erased: { type: 'bigint', default: 0 },
    expired: { type: 'bigint', default: 0 },
    lost_in_browser: {
      type: 'bigint',
      default: 0,
      comment: 'Events that browsers say they had to drop, by the hour in which that report was received.',
    },
  },
  checks: {
    ledger_hourly_stored_closes: '(stored = ((((loaded + duplicates) + quarantined) + erased) + expired))',
  },
} as const satisfies Table;
