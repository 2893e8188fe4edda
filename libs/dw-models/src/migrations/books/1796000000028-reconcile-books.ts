import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BOOK_TOTALS } from './book-totals';
import { MATCH_REFUNDS } from './match-refunds';
import { RECONCILE_BOOKS } from './reconcile-books';

/** The books against analytics, order by order: docs/books.md. */
export class ReconcileBooks1796000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MATCH_REFUNDS);
    await runner.query(RECONCILE_BOOKS);
    await runner.query(BOOK_TOTALS);
    await runner.query(`
      GRANT USAGE ON SCHEMA dash TO etl_writer;
      GRANT SELECT ON dash.book_calendar, dash.book_entries, dash.books_state, dash.matched_refunds TO etl_writer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE USAGE ON SCHEMA dash FROM etl_writer;
      REVOKE SELECT ON dash.book_calendar, dash.book_entries, dash.books_state FROM etl_writer;
      DROP VIEW dash.books_daily, dash.books_reconciled;
      DROP FUNCTION dash.book_totals, dash.reconcile_books;
      DROP VIEW dash.matched_refunds;
    `);
  }
}
