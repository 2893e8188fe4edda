import type { Table } from '../table';

/** Sessions that began in one hour, by what they have in common: a roll-up of `sessions`. */
export const VISITS_HOURLY = {
  name: 'visits_hourly',
  comment: 'Sessions by the hour in which they began. PostgreSQL keeps it: triggers of sessions.',
  primaryKey: [
    'hour',
    'login_state',
    'is_bot',
    'is_staff',
    'channel',
    'device',
    'utm_source',
    'utm_medium',
    'utm_campaign',
  ],
  columns: {
    hour: { type: 'timestamptz' },
    login_state: { type: 'text' },
    is_bot: { type: 'boolean' },
    is_staff: { type: 'boolean' },
    channel: { type: 'text' },
    device: { type: 'text' },
    // Empty where the session has none: keys cannot be NULL.
    utm_source: { type: 'text' },
    utm_medium: { type: 'text' },
    utm_campaign: { type: 'text' },
    sessions: { type: 'integer' },
    // Those whose browser is known.
    of_browsers: { type: 'integer' },
    // Steps that a session took by itself, without its orders and without what it resumes.
    viewed: { type: 'integer' },
    carted: { type: 'integer' },
    checked_out: { type: 'integer' },
  },
} as const satisfies Table;
