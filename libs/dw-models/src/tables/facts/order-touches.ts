import type { Table } from '../table';

/** A visit that led to an order, with its shares by the models of attribution. */
export const ORDER_TOUCHES = {
  name: 'order_touches',
  primaryKey: ['order_id', 'place'],
  columns: {
    order_id: { type: 'text' },
    // Of the visit among those of the order, in the order of time, from 1.
    place: { type: 'integer' },
    // Visits of the order.
    touches: { type: 'integer' },
    // Place of the last visit that was not direct.
    last_known: { type: 'integer' },
    // From here on to `net`, the same for all visits of the order.
    placed_at: { type: 'timestamptz' },
    login_state: { type: 'text', nullable: true },
    currency: { type: 'text', nullable: true },
    is_bot: { type: 'boolean' },
    is_staff: { type: 'boolean' },
    user_id: {
      type: 'text',
      nullable: true,
      comment: 'Who was signed in when the order was placed; the buyer may be known all the same.',
    },
    buyer: { type: 'text', nullable: true },
    net: { type: 'numeric' },
    // Null of an order without any visit.
    session_id: { type: 'text', nullable: true },
    started_at: { type: 'timestamptz', nullable: true },
    channel: { type: 'text' },
    utm_source: { type: 'text', nullable: true },
    utm_medium: { type: 'text', nullable: true },
    utm_campaign: { type: 'text', nullable: true },
    // The other models give all to one visit, or the same to each.
    position_share: { type: 'double precision' },
    time_decay_share: { type: 'double precision' },
    linear_net: { type: 'numeric' },
    position_net: { type: 'numeric' },
    time_decay_net: { type: 'numeric' },
  },
  indexes: {
    order_touches_placed: { columns: ['placed_at'] },
    order_touches_buyer: { columns: ['buyer', 'placed_at'], where: 'place = 1 AND buyer IS NOT NULL' },
  },
} as const satisfies Table;
