/** Views of the books alone: the entries that count, their days, and what is missing. */
export const BOOK_VIEWS = `
  CREATE VIEW dash.book_calendar AS
    SELECT newest.time_zone, newest.currency, first.day AS first_day, newest.day AS last_day,
      greatest(first.day::timestamp AT TIME ZONE newest.time_zone,
        (SELECT max(horizon) FROM public.retention_runs)::timestamp AT TIME ZONE 'UTC') AS since,
      (newest.day + 1)::timestamp AT TIME ZONE newest.time_zone AS until
    FROM (SELECT * FROM public.book_days ORDER BY day DESC, number DESC LIMIT 1) AS newest
    CROSS JOIN (SELECT min(day) AS day FROM public.book_days) AS first;
  COMMENT ON VIEW dash.book_calendar IS
    'The days that the books cover, on the clock of the shop; no row before the first file. since: not before what the '
    'warehouse keeps of events.';

  CREATE VIEW dash.book_entries AS
    SELECT * FROM public.book_entries AS entry
    WHERE NOT EXISTS (
      SELECT FROM public.book_entries AS before
      WHERE before.kind = entry.kind AND before.entry_id = entry.entry_id
        AND (before.number, before.object_key, before.line) < (entry.number, entry.object_key, entry.line));
  COMMENT ON VIEW dash.book_entries IS
    'Orders and refunds of the books, each once: by the line with the lowest number.';

  CREATE VIEW dash.book_numbers AS
    SELECT number, object_key, line, kind, entry_id, amount, currency FROM public.book_entries
    UNION ALL
    SELECT number, object_key, line, 'close', day::text, NULL, currency FROM public.book_days
    UNION ALL
    SELECT number, object_key, line, NULL, NULL, NULL, NULL FROM public.book_quarantine WHERE number IS NOT NULL;
  COMMENT ON VIEW dash.book_numbers IS 'The numbered lines of the books, also those in quarantine.';

  CREATE VIEW dash.book_gaps AS
    SELECT before + 1 AS first_number, number - 1 AS last_number, number - before - 1 AS missing
    FROM (
      SELECT number, lag(number, 1, 0::bigint) OVER (ORDER BY number) AS before
      FROM (SELECT DISTINCT number FROM dash.book_numbers) AS numbers
    ) AS place
    WHERE number > before + 1;
  COMMENT ON VIEW dash.book_gaps IS 'Numbers of lines that no file has: each is an order, a refund or a closed day.';

  CREATE VIEW dash.books_state AS
    SELECT calendar.*,
      (SELECT count(*)::integer FROM public.book_files) AS files,
      (SELECT coalesce(sum(missing), 0)::integer FROM dash.book_gaps) AS missing_numbers,
      (SELECT count(*)::integer FROM public.book_quarantine) AS quarantined,
      (SELECT count(*)::integer FROM (
        SELECT FROM dash.book_numbers WHERE kind <> 'close'
        GROUP BY kind, entry_id HAVING count(DISTINCT (amount, currency)) > 1) AS booked_twice) AS contradictions,
      (SELECT count(*)::integer FROM (
        SELECT generate_series(calendar.first_day, calendar.last_day, interval '1 day')::date AS day
        EXCEPT SELECT day FROM public.book_days) AS open) AS open_days,
      (SELECT count(*)::integer FROM (
        SELECT FROM public.book_days AS closed
        WHERE entries <> (SELECT count(*) FROM public.book_entries AS entry WHERE entry.object_key = closed.object_key)
          + (SELECT count(*) FROM public.book_quarantine AS bad WHERE bad.object_key = closed.object_key)) AS short
      ) AS incomplete_files
    FROM dash.book_calendar AS calendar;
  COMMENT ON VIEW dash.books_state IS
    'Whether the books themselves are complete: numbers that no file has, unreadable lines, entries booked with two amounts, days '
    'between the first and the last that no file closes, files with fewer or more entries than their closing line says.';
`;
