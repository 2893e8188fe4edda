import type { Table } from '../table';

/** Events of one hour, by name, login state, bot flag and staff flag. */
export const ACTIVITY_HOURLY = {
  name: 'activity_hourly',
  primaryKey: ['hour', 'event_name', 'login_state', 'is_bot', 'is_staff'],
  columns: {
    hour: { type: 'timestamptz' },
    event_name: { type: 'text' },
    login_state: { type: 'text' },
    is_bot: { type: 'boolean' },
    events: { type: 'integer' },
    is_staff: { type: 'boolean' },
  },
} as const satisfies Table;
