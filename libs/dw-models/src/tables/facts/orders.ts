import type { Table } from '../table';

/** One order, as the first event of its completion describes it. */
export const ORDERS = {
  name: 'orders',
  primaryKey: ['order_id'],
  columns: {
    order_id: { type: 'text' },
    placed_at: { type: 'timestamptz' },
    placed_sequence: { type: 'integer', nullable: true },
    placed_event_id: { type: 'uuid', nullable: true },
    client_id: { type: 'text', nullable: true },
    session_id: { type: 'text', nullable: true },
    user_id: { type: 'text', nullable: true },
    login_state: { type: 'text', nullable: true },
    // The cart that the event names.
    cart_id: { type: 'text', nullable: true },
    currency: { type: 'text', nullable: true },
    gross: { type: 'numeric' },
    tax: { type: 'numeric', nullable: true },
    shipping: { type: 'numeric', nullable: true },
    pieces: { type: 'bigint' },
    is_bot: { type: 'boolean' },
    is_staff: { type: 'boolean' },
    // The number of events that completed it.
    completions: { type: 'integer' },
    shopper_at: {
      type: 'timestamptz',
      nullable: true,
      comment:
        'When the completion was told that says who ordered: the first one with a session, else with a browser or a cart.',
    },
    shopper_sequence: { type: 'integer', nullable: true },
    shopper_event_id: { type: 'uuid', nullable: true },
    items: { type: 'jsonb', nullable: true },
  },
  indexes: {
    orders_cart: { columns: ['cart_id'], where: 'cart_id IS NOT NULL' },
    orders_client: { columns: ['client_id', 'placed_at'], where: 'client_id IS NOT NULL' },
    orders_placed: { columns: ['placed_at'] },
    orders_shopper: {
      columns: ['shopper_at'],
      includes: ['session_id'],
      where: 'session_id IS NOT NULL',
    },
    orders_session: {
      columns: ['session_id'],
      includes: ['shopper_at'],
      where: 'session_id IS NOT NULL',
    },
  },
} as const satisfies Table;
