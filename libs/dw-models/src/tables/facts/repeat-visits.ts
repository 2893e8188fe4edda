import type { Table } from '../table';

/** Sessions of browsers that have more than one: those of the others are counted without a name. */
export const REPEAT_VISITS = {
  name: 'repeat_visits',
  comment: 'Sessions of browsers with more than one session. PostgreSQL keeps it: triggers of sessions.',
  primaryKey: ['client_id', 'hour', 'login_state', 'is_bot', 'is_staff'],
  columns: {
    client_id: { type: 'text' },
    hour: { type: 'timestamptz' },
    login_state: { type: 'text' },
    is_bot: { type: 'boolean' },
    is_staff: { type: 'boolean' },
    sessions: { type: 'integer' },
  },
  indexes: {
    repeat_visits_hour: {
      columns: ['hour'],
      includes: ['client_id', 'login_state', 'is_bot', 'is_staff', 'sessions'],
    },
  },
} as const satisfies Table;
