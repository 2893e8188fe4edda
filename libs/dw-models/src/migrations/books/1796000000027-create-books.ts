import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BOOK_VIEWS } from './book-views';

/** The books of the shop as they are loaded: docs/books.md. */
export class CreateBooks1796000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE book_entries (
        object_key text COLLATE "C" NOT NULL,
        line integer NOT NULL,
        number bigint NOT NULL,
        kind text NOT NULL,
        entry_id text NOT NULL,
        order_id text,
        at timestamptz NOT NULL,
        amount numeric NOT NULL,
        currency text NOT NULL,
        cart_id text,
        by_browser boolean,
        browser text,
        device text,
        consent text,
        is_staff boolean,
        CONSTRAINT book_entries_pkey PRIMARY KEY (object_key, line)
      );
      CREATE INDEX book_entries_at ON book_entries (at);
      CREATE INDEX book_entries_entry ON book_entries (kind, entry_id, number);
      CREATE INDEX book_entries_cart ON book_entries (cart_id) WHERE cart_id IS NOT NULL;
      COMMENT ON TABLE book_entries IS
        'Orders and refunds as the shop booked them, a row for each line of its files. dash.book_entries has each of them once.';

      CREATE TABLE book_days (
        object_key text COLLATE "C" NOT NULL,
        line integer NOT NULL,
        number bigint NOT NULL,
        day date NOT NULL,
        time_zone text NOT NULL,
        currency text NOT NULL,
        entries integer NOT NULL,
        CONSTRAINT book_days_pkey PRIMARY KEY (object_key, line)
      );
      CREATE INDEX book_days_day ON book_days (day);
      COMMENT ON TABLE book_days IS
        'Days that the shop has closed in its books, a row for each closing line of its files.';

      CREATE TABLE book_files (
        object_key text COLLATE "C" NOT NULL,
        etag text NOT NULL,
        size_bytes bigint NOT NULL,
        lines integer NOT NULL,
        entries integer NOT NULL,
        quarantined integer NOT NULL,
        run_id integer NOT NULL,
        loaded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT book_files_pkey PRIMARY KEY (object_key),
        CONSTRAINT book_files_lines_close CHECK ((lines = (entries + quarantined)))
      );
      COMMENT ON TABLE book_files IS
        'The manifest of the books: one row a file, written in the transaction that writes its lines. A changed file replaces its lines.';
      COMMENT ON COLUMN book_files.entries IS 'Lines that were read: orders, refunds and closing lines.';

      CREATE TABLE book_quarantine (
        object_key text COLLATE "C" NOT NULL,
        line integer NOT NULL,
        number bigint,
        reason text NOT NULL,
        raw text NOT NULL,
        quarantined_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT book_quarantine_pkey PRIMARY KEY (object_key, line)
      );
      COMMENT ON TABLE book_quarantine IS
        'Lines of the books that could not be read, with the reason; gone once their file is right.';

      GRANT SELECT, INSERT, UPDATE, DELETE ON book_entries, book_days, book_files, book_quarantine TO etl_writer;
      CREATE INDEX orders_cart ON orders (cart_id) WHERE cart_id IS NOT NULL;
    `);
    await runner.query(BOOK_VIEWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW dash.books_state, dash.book_gaps, dash.book_numbers, dash.book_entries, dash.book_calendar;
      DROP INDEX orders_cart;
      DROP TABLE book_quarantine, book_files, book_days, book_entries;
    `);
  }
}
