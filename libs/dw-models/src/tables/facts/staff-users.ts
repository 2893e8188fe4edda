import type { Table } from '../table';

/** A user whose carts and orders are the shop's own: they are flagged, not left out. */
export const STAFF_USERS = {
  name: 'staff_users',
  primaryKey: ['user_id'],
  columns: {
    user_id: { type: 'text' },
    note: { type: 'text', nullable: true },
  },
} as const satisfies Table;
