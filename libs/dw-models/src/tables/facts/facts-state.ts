import type { Table } from '../table';

/** The version of the definitions that the facts were computed with. One row. */
export const FACTS_STATE = {
  name: 'facts_state',
  comment: 'One row: the version of the definitions by which all facts are computed.',
  primaryKey: ['one'],
  columns: {
    one: { type: 'boolean', default: true },
    version: { type: 'integer' },
  },
  checks: { facts_state_one: 'one' },
} as const satisfies Table;
