/**
 * Both totals, counted without the reconciliation, so that its classes are checked against them.
 */
export const BOOK_TOTALS = `
  CREATE FUNCTION dash.book_totals(since timestamptz, until timestamptz)
  RETURNS TABLE (day date, currency text, books numeric, analytics numeric, book_orders bigint, told_orders bigint)
  LANGUAGE sql STABLE AS $$
    SELECT (at AT TIME ZONE time_zone)::date, currency, sum(books), sum(analytics),
      count(*) FILTER (WHERE is_order AND books IS NOT NULL), count(*) FILTER (WHERE is_order AND books IS NULL)
    FROM (
      SELECT at, entry.currency, CASE kind WHEN 'order' THEN amount ELSE -amount END AS books, 0 AS analytics,
        kind = 'order' AS is_order
      FROM dash.book_entries AS entry
      UNION ALL
      SELECT placed_at, coalesce(currency, (SELECT currency FROM dash.book_calendar)), NULL, gross, true FROM public.orders
      UNION ALL
      SELECT refunded_at, coalesce(currency, (SELECT currency FROM dash.book_calendar)), NULL, -amount, false
      FROM dash.refunds
    ) AS side
    CROSS JOIN (SELECT time_zone, since AS first, until AS last FROM dash.book_calendar) AS calendar
    WHERE at >= greatest(book_totals.since, first) AND at < least(book_totals.until, last)
    GROUP BY 1, 2
  $$;
  COMMENT ON FUNCTION dash.book_totals IS
    'Orders less refunds by day of the shop and currency, in the books and in analytics, counted from the tables themselves.';

  CREATE VIEW dash.books_daily AS
    SELECT day, currency, coalesce(total.books, 0) AS books, coalesce(total.analytics, 0) AS analytics,
      coalesce(class.difference, 0) AS explained,
      coalesce(total.books, 0) - coalesce(total.analytics, 0) - coalesce(class.difference, 0) AS unexplained,
      coalesce(total.book_orders, 0) AS book_orders, coalesce(class.seen, 0) AS seen_orders
    FROM dash.book_totals('-infinity', 'infinity') AS total
    FULL JOIN (
      SELECT day, currency, sum(difference) AS difference,
        count(*) FILTER (WHERE kind = 'order' AND is_booked AND is_seen) AS seen
      FROM dash.books_reconciled GROUP BY 1, 2
    ) AS class USING (day, currency);
  COMMENT ON VIEW dash.books_daily IS
    'Both totals by day of the shop and currency, what the classes explain of their difference, and what is left: always 0.';
`;
