import type { Table } from '../table';

/** One cart, from the event that began it to its order, over sessions and browsers. */
export const CARTS = {
  name: 'carts',
  primaryKey: ['cart_id'],
  columns: {
    cart_id: { type: 'text' },
    // From the event that began it.
    client_id: { type: 'text', nullable: true },
    session_id: { type: 'text', nullable: true },
    // The last user that its events name.
    user_id: { type: 'text', nullable: true },
    started_at: { type: 'timestamptz' },
    last_activity_at: { type: 'timestamptz' },
    // The time at which it counts as abandoned if nothing happens before; null for a cart that is
    // bought or empty.
    abandons_at: { type: 'timestamptz', nullable: true },
    checkout_at: { type: 'timestamptz', nullable: true },
    emptied_at: { type: 'timestamptz', nullable: true },
    // The last time that it was resumed after it had been abandoned.
    recovered_at: { type: 'timestamptz', nullable: true },
    bought_at: { type: 'timestamptz', nullable: true },
    // Key of its order in `orders`.
    order_id: { type: 'text', nullable: true },
    value: { type: 'numeric' },
    currency: { type: 'text', nullable: true },
    pieces: { type: 'integer' },
    events: { type: 'integer' },
    sessions: { type: 'integer' },
    // Number of browsers that changed it.
    shoppers: { type: 'integer' },
    // Number of times that it was abandoned and then resumed.
    abandonments: { type: 'integer' },
    is_bot: { type: 'boolean' },
    is_staff: { type: 'boolean' },
    // Of the session in which it was begun.
    device: { type: 'text', nullable: true },
    channel: { type: 'text', nullable: true },
    login_state: { type: 'text', nullable: true },
  },
  indexes: {
    carts_order: { columns: ['order_id'], where: 'order_id IS NOT NULL' },
    carts_session: { columns: ['session_id'], where: 'session_id IS NOT NULL' },
    carts_started: { columns: ['started_at'] },
  },
} as const satisfies Table;
