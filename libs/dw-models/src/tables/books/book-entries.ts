import type { Table } from '../table';

/** One order or refund of the shop's books. */
export const BOOK_ENTRIES = {
  name: 'book_entries',
  comment:
    'Orders and refunds as the shop booked them, a row for each line of its files. dash.book_entries has each of them once.',
  primaryKey: ['object_key', 'line'],
  columns: {
    object_key: { type: 'text', collation: 'C' },
    line: { type: 'integer' },
    // Its place in the books, over all files.
    number: { type: 'bigint' },
    kind: { type: 'text' },
    // Id of the order or of the refund.
    entry_id: { type: 'text' },
    // Of a refund null where the books do not name it.
    order_id: { type: 'text', nullable: true },
    at: { type: 'timestamptz' },
    amount: { type: 'numeric' },
    currency: { type: 'text' },
    cart_id: { type: 'text', nullable: true },
    by_browser: { type: 'boolean', nullable: true },
    browser: { type: 'text', nullable: true },
    device: { type: 'text', nullable: true },
    consent: { type: 'text', nullable: true },
    is_staff: { type: 'boolean', nullable: true },
  },
  indexes: {
    book_entries_at: { columns: ['at'] },
    book_entries_entry: { columns: ['kind', 'entry_id', 'number'] },
    book_entries_cart: { columns: ['cart_id'], where: 'cart_id IS NOT NULL' },
  },
} as const satisfies Table;
