import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The bounds as scalar subqueries: PostgreSQL applies them to the indexes of the tables below the
 * union, so that the totals of some days read these days only.
 */
export class TotalChosenBookDays1796000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION dash.book_totals(since timestamptz, until timestamptz)
      RETURNS TABLE (day date, currency text, books numeric, analytics numeric, book_orders bigint, told_orders bigint)
      LANGUAGE sql STABLE AS $$
        SELECT (at AT TIME ZONE (SELECT time_zone FROM dash.book_calendar))::date, currency, sum(books), sum(analytics),
          count(*) FILTER (WHERE is_order AND books IS NOT NULL), count(*) FILTER (WHERE is_order AND books IS NULL)
        FROM (
          SELECT at, entry.currency, CASE kind WHEN 'order' THEN amount ELSE -amount END AS books, 0 AS analytics,
            kind = 'order' AS is_order
          FROM dash.book_entries AS entry
          UNION ALL
          SELECT placed_at, coalesce(currency, (SELECT currency FROM dash.book_calendar)), NULL, gross, true
          FROM public.orders
          UNION ALL
          SELECT refunded_at, coalesce(currency, (SELECT currency FROM dash.book_calendar)), NULL, -amount, false
          FROM dash.refunds
        ) AS side
        WHERE at >= (SELECT greatest(book_totals.since, calendar.since) FROM dash.book_calendar AS calendar)
          AND at < (SELECT least(book_totals.until, calendar.until) FROM dash.book_calendar AS calendar)
        GROUP BY 1, 2
      $$;
    `);
  }

  /** The function goes with the migration that created it; this body gives the same rows. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
