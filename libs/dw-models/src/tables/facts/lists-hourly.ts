import type { Table } from '../table';

/** Views of a list in one hour, and choices of its products, by login state, bot and staff flag. */
export const LISTS_HOURLY = {
  name: 'lists_hourly',
  primaryKey: ['hour', 'list', 'position', 'shown', 'login_state', 'is_bot', 'is_staff'],
  columns: {
    hour: { type: 'timestamptz' },
    list: { type: 'text' },
    position: {
      type: 'integer',
      comment:
        'Of a view, the position of its first product; else of the product that was chosen, 0 if unknown.',
    },
    shown: { type: 'integer', comment: 'Products in each of the views; 0 in rows of choices.' },
    login_state: { type: 'text' },
    is_bot: { type: 'boolean' },
    is_staff: { type: 'boolean' },
    views: { type: 'integer' },
    clicks: { type: 'integer' },
    add_to_carts: { type: 'integer' },
  },
} as const satisfies Table;
