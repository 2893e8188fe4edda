import type { Table } from '../table';

/** One line of the shop's books that could not be read, until its file is written again. */
export const BOOK_QUARANTINE = {
  name: 'book_quarantine',
  comment: 'Lines of the books that could not be read, with the reason; gone once their file is right.',
  primaryKey: ['object_key', 'line'],
  columns: {
    object_key: { type: 'text', collation: 'C' },
    line: { type: 'integer' },
    // Its place in the books, where that can be read.
    number: { type: 'bigint', nullable: true },
    reason: { type: 'text' },
    raw: { type: 'text' },
    quarantined_at: { type: 'timestamptz', defaultSql: 'now()' },
  },
} as const satisfies Table;
