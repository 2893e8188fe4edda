import type { Table } from '../table';

/** A user who is staff: their carts and orders are flagged, not left out. */
export const STAFF_USERS = {
  name: 'staff_users',
  primaryKey: ['user_id'],
  columns: {
    user_id: { type: 'text' },
    note: { type: 'text', nullable: true },
  },
} as const satisfies Table;
