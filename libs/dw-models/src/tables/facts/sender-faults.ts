import type { Table } from '../table';

/** Events of one hour of receipt that were corrected, by sender and fault. */
export const SENDER_FAULTS = {
  name: 'sender_faults',
  comment:
    'Events of an hour of receipt that were put right, by sender and fault. An event with two faults is in two rows.',
  primaryKey: ['hour', 'sender', 'fault'],
  columns: {
    hour: { type: 'timestamptz' },
    // The convention of the events; `clickstream` is our own.
    sender: { type: 'text' },
    // As `field: fault`.
    fault: { type: 'text' },
    events: { type: 'integer' },
  },
} as const satisfies Table;
