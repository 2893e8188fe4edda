import { MISSING_REASON } from './missing-reason';

/**
 * Each order next to its entry in the books; two rows where their days or currencies differ. An
 * order that no browser has told is matched with the reason `by_server`.
 */
export const RECONCILE_BOOKS = `
  CREATE FUNCTION dash.reconcile_books(since timestamptz, until timestamptz)
  RETURNS TABLE (kind text, class text, reason text, order_id text, refund_id text, day date, at timestamptz,
    currency text, books numeric, analytics numeric, difference numeric, is_booked boolean, is_seen boolean, times integer,
    consent text, browser text, device text, channel text, cart_id text, is_fault boolean)
  LANGUAGE sql STABLE AS $$
    WITH calendar AS (
      SELECT time_zone, currency, greatest(reconcile_books.since, calendar.since) AS first,
        least(reconcile_books.until, calendar.until) AS last
      FROM dash.book_calendar AS calendar
    ), chosen AS (
      SELECT entry.entry_id AS order_id FROM public.book_entries AS entry, calendar
      WHERE entry.kind = 'order' AND entry.at >= first AND entry.at < last
      UNION
      SELECT told.order_id FROM public.orders AS told, calendar WHERE told.placed_at >= first AND told.placed_at < last
    ), told_by_server AS MATERIALIZED (
      SELECT event_id FROM public.clickstream_events
      WHERE event_name = 'checkout_complete' AND properties ? '_told_by'
    ), pair AS (
      SELECT 'order' AS kind, chosen.order_id, NULL AS refund_id, booked.at AS booked_at, booked.amount AS booked,
        booked.currency AS booked_currency, told.placed_at AS told_at, told.gross AS told,
        CASE WHEN told.order_id IS NOT NULL THEN coalesce(told.currency, calendar.currency) END AS told_currency,
        coalesce(told.completions, 0) AS times, told.session_id, told.is_bot, told.is_staff AS told_staff,
        booked.by_browser, booked.is_staff, booked.consent, booked.browser, booked.device,
        coalesce(booked.cart_id, told.cart_id) AS cart_id,
        told.placed_event_id IN (SELECT event_id FROM told_by_server) AS is_told_by_server
      FROM chosen
      CROSS JOIN calendar
      -- As dash.book_entries, which would read all entries for those of some days.
      LEFT JOIN LATERAL (
        SELECT * FROM public.book_entries AS entry WHERE entry.kind = 'order' AND entry.entry_id = chosen.order_id
        ORDER BY entry.number, entry.object_key, entry.line LIMIT 1
      ) AS booked ON true
      LEFT JOIN public.orders AS told ON told.order_id = chosen.order_id
      UNION ALL
      SELECT 'refund', order_id, refund_id, booked_at, booked, booked_currency, told_at, told, told_currency, times,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false
      FROM dash.matched_refunds
    ), compared AS (
      SELECT pair.*, (booked_at AT TIME ZONE time_zone)::date AS booked_day, (told_at AT TIME ZONE time_zone)::date AS told_day,
        first, last
      FROM pair CROSS JOIN calendar
      WHERE booked_at >= first AND booked_at < last OR told_at >= first AND told_at < last
    ), classed AS (
      SELECT compared.*,
        coalesce(booked_day = told_day AND booked_currency = told_currency, false) AS is_one_row,
        CASE
          WHEN told IS NULL THEN 'missing'
          WHEN booked IS NULL THEN CASE WHEN kind = 'order' AND reason.is_double THEN 'doubled' ELSE 'extra' END
          WHEN booked_currency <> told_currency THEN 'wrong_currency'
          WHEN booked <> told THEN 'wrong_amount'
          WHEN booked_day <> told_day THEN 'other_day'
          WHEN times > 1 THEN 'doubled'
          ELSE 'matched'
        END AS class,
        CASE
          WHEN told IS NULL OR booked IS NULL THEN reason.word
          WHEN booked_currency <> told_currency OR booked <> told OR booked_day <> told_day THEN NULL
          WHEN times > 1 THEN 'told_twice'
          WHEN is_told_by_server THEN 'by_server'
        END AS reason
      FROM compared
      CROSS JOIN LATERAL (${MISSING_REASON}) AS reason
    )
    SELECT classed.kind, classed.class, classed.reason, classed.order_id, classed.refund_id, side.day, side.at, side.currency,
      side.books, side.analytics, side.books - side.analytics, booked IS NOT NULL AND side.is_books, told IS NOT NULL,
      classed.times, classed.consent, classed.browser, coalesce(classed.device, visit.device, cart.device, 'unknown'),
      coalesce(visit.channel, cart.channel, 'unknown'), classed.cart_id,
      classed.class NOT IN ('matched', 'other_day') AND coalesce(classed.reason NOT IN ('told_twice', 'no_browser', 'staff',
        'no_consent', 'blocked', 'order_missing', 'day_not_closed'), true)
    FROM classed
    CROSS JOIN LATERAL (
      SELECT booked_day AS day, booked_at AS at, booked_currency AS currency, sign * booked AS books,
        CASE WHEN is_one_row THEN sign * told ELSE 0 END AS analytics, true AS is_books
      FROM (SELECT CASE kind WHEN 'order' THEN 1 ELSE -1 END AS sign) AS signed WHERE booked IS NOT NULL
      UNION ALL
      SELECT told_day, told_at, told_currency, 0, CASE kind WHEN 'order' THEN 1 ELSE -1 END * told, false
      WHERE told IS NOT NULL AND NOT is_one_row
    ) AS side
    LEFT JOIN public.sessions AS visit ON visit.session_id = classed.session_id
    LEFT JOIN public.carts AS cart ON cart.cart_id = classed.cart_id
    WHERE side.at >= first AND side.at < last
  $$;
  COMMENT ON FUNCTION dash.reconcile_books IS
    'The books against analytics between two moments, as far as the books are closed: a row for each order and refund, with '
    'its class; two rows where the sides are of different days or currencies. Refunds are negative. difference: books less analytics. '
    'is_fault: somebody has to look at it; the others have an explanation that needs no repair.';

  CREATE VIEW dash.books_reconciled AS SELECT * FROM dash.reconcile_books('-infinity', 'infinity');
  COMMENT ON VIEW dash.books_reconciled IS 'dash.reconcile_books over all days that the books cover.';
`;
