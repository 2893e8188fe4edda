import type { Table } from '../table';

/** One refund of an order, as it was first reported. `dash.refunds` decides which of them count. */
export const REFUNDS = {
  name: 'refunds',
  comment:
    'One row for each refund of an order, as it was told first: by its id, or by its amount where it has none.',
  primaryKey: ['order_id', 'refund_key'],
  columns: {
    order_id: { type: 'text' },
    refund_key: { type: 'text' },
    refund_id: { type: 'text', nullable: true },
    // Null where the event names none.
    amount: { type: 'numeric', nullable: true },
    currency: { type: 'text', nullable: true },
    refunded_at: { type: 'timestamptz' },
    refunded_sequence: { type: 'integer', nullable: true },
    refunded_event_id: { type: 'uuid' },
    login_state: { type: 'text' },
    is_bot: { type: 'boolean' },
    is_staff: { type: 'boolean' },
    // Number of times that it was reported.
    told: { type: 'integer' },
    items: {
      type: 'jsonb',
      nullable: true,
      comment: 'The lines of a refund that names no amount; NULL of any other, and where it has none.',
    },
  },
} as const satisfies Table;
