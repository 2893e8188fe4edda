import type { Table } from '../table';

/** A user who was signed in on a browser, from the first event that shows it to the last. */
export const IDENTITY_LINKS = {
  name: 'identity_links',
  primaryKey: ['client_id', 'user_id'],
  columns: {
    client_id: { type: 'text' },
    user_id: { type: 'text' },
    first_at: { type: 'timestamptz' },
    last_at: { type: 'timestamptz' },
    // Number of events that show it.
    events: { type: 'integer' },
  },
  indexes: { identity_links_user: { columns: ['user_id'] } },
} as const satisfies Table;
