import type { Table } from '../table';

/**
 * Views and additions to carts of one product in one hour, by login state, bot flag and staff flag.
 */
export const PRODUCTS_HOURLY = {
  name: 'products_hourly',
  primaryKey: ['hour', 'product_id', 'login_state', 'is_bot', 'is_staff'],
  columns: {
    hour: { type: 'timestamptz' },
    product_id: { type: 'text' },
    login_state: { type: 'text' },
    is_bot: { type: 'boolean' },
    views: { type: 'integer' },
    add_to_carts: { type: 'integer' },
    is_staff: { type: 'boolean' },
  },
} as const satisfies Table;
