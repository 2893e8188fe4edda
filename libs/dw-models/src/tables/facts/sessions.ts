import type { Table } from '../table';

/** One session, computed from its events. */
export const SESSIONS = {
  name: 'sessions',
  primaryKey: ['session_id'],
  columns: {
    session_id: { type: 'text' },
    client_id: { type: 'text', nullable: true },
    user_id: { type: 'text', nullable: true },
    started_at: { type: 'timestamptz' },
    ended_at: { type: 'timestamptz' },
    started_hour: { type: 'timestamptz' },
    viewed_at: { type: 'timestamptz', nullable: true },
    // Times of steps at or after the product view; `dash.sessions` computes the funnel.
    carted_at: { type: 'timestamptz', nullable: true },
    checkout_at: { type: 'timestamptz', nullable: true },
    events: { type: 'integer' },
    page_views: { type: 'integer' },
    is_first_visit: { type: 'boolean', nullable: true },
    is_bot: { type: 'boolean' },
    is_staff: { type: 'boolean' },
    login_state: { type: 'text' },
    device: { type: 'text' },
    channel: { type: 'text' },
    utm_source: { type: 'text', nullable: true },
    utm_medium: { type: 'text', nullable: true },
    utm_campaign: { type: 'text', nullable: true },
    utm_term: { type: 'text', nullable: true },
    utm_content: { type: 'text', nullable: true },
    entry_path: { type: 'text', nullable: true },
    exit_path: { type: 'text', nullable: true },
    is_resumed: {
      type: 'boolean',
      comment:
        'It begins with a step of a purchase, before it views anything: the page is that of a session before.',
    },
    // Times in a resumed session, from its beginning on; null otherwise.
    resumed_carted_at: { type: 'timestamptz', nullable: true },
    // Times in a resumed session, from its beginning on; null otherwise.
    resumed_checkout_at: { type: 'timestamptz', nullable: true },
    is_clock_corrected: {
      type: 'boolean',
      comment:
        'One of its events has a clock_offset_ms. Times of the session and of its carts are then settled among its events.',
    },
  },
  indexes: {
    sessions_hour: { columns: ['started_hour'] },
    sessions_time: { columns: ['started_hour', 'ended_at'], type: 'brin' },
    sessions_clock_corrected: { columns: ['session_id'], where: 'is_clock_corrected' },
    sessions_resumed: { columns: ['started_hour'], where: 'is_resumed' },
    sessions_client: { columns: ['client_id', 'started_at'] },
  },
} as const satisfies Table;
