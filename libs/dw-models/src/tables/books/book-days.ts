import type { Table } from '../table';

/** One day that the shop closed in its books. */
export const BOOK_DAYS = {
  name: 'book_days',
  comment: 'Days that the shop has closed in its books, a row for each closing line of its files.',
  primaryKey: ['object_key', 'line'],
  columns: {
    object_key: { type: 'text', collation: 'C' },
    line: { type: 'integer' },
    number: { type: 'bigint' },
    day: { type: 'date' },
    time_zone: { type: 'text' },
    // The shop's own currency.
    currency: { type: 'text' },
    // Orders and refunds in the file, according to the shop.
    entries: { type: 'integer' },
  },
  indexes: { book_days_day: { columns: ['day'] } },
} as const satisfies Table;
