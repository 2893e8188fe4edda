import type { Table } from '../table';

/** One file of the shop's books that the ETL has read: lines = entries + quarantined. */
export const BOOK_FILES = {
  name: 'book_files',
  comment:
    'The manifest of the books: one row a file, written in the transaction that writes its lines. A changed file replaces its lines.',
  primaryKey: ['object_key'],
  columns: {
    object_key: { type: 'text', collation: 'C' },
    etag: { type: 'text' },
    size_bytes: { type: 'bigint' },
    lines: { type: 'integer' },
    entries: { type: 'integer', comment: 'Lines that were read: orders, refunds and closing lines.' },
    quarantined: { type: 'integer' },
    run_id: { type: 'integer' },
    loaded_at: { type: 'timestamptz', defaultSql: 'now()' },
  },
  checks: { book_files_lines_close: '(lines = (entries + quarantined))' },
} as const satisfies Table;
