/**
 * Parts of the query of a funnel: for each event, the best way from a first step to it. Times are
 * whole numbers, 16,384 a microsecond, so that events of one moment have a place of their own and
 * half of that tells one moment from the next.
 */
export const FUNNEL_CHAINS = `
  CREATE FUNCTION dash.funnel_time(seconds numeric) RETURNS bigint
  LANGUAGE sql IMMUTABLE AS $$ SELECT (seconds * 1000000 * 16384)::bigint + 8192 $$;

  CREATE FUNCTION dash.funnel_frame_sql(f jsonb, n integer) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT format('%s BETWEEN %s PRECEDING AND %s',
      CASE WHEN within IS NOT NULL OR increases THEN 'ORDER BY at RANGE'
        ELSE 'ORDER BY event_timestamp, sequence NULLS FIRST, event_id ROWS' END,
      coalesce(dash.funnel_time(within)::text, 'UNBOUNDED'),
      CASE WHEN increases THEN '8192 PRECEDING' WHEN (f -> 'strict_once')::boolean THEN '1 PRECEDING' ELSE 'CURRENT ROW' END)
    FROM (SELECT (f #> ARRAY['steps', (n - 1)::text, 'within'])::numeric, (f -> 'strict_increase')::boolean)
      AS step (within, increases)
  $$;
  COMMENT ON FUNCTION dash.funnel_frame_sql IS 'The events at which the step before step n may have happened.';

  CREATE FUNCTION dash.funnel_begin_sql(name text, n integer, shortest integer) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$ SELECT name || '_' || n || CASE WHEN n > shortest THEN '[1]' ELSE '' END $$;
  COMMENT ON FUNCTION dash.funnel_begin_sql IS 'When a way began.';

  CREATE FUNCTION dash.funnel_breaks_sql(f jsonb, n integer) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT nullif(concat_ws(' OR ',
      CASE WHEN f ->> 'order' = 'strict' THEN
        'NOT (' || (SELECT string_agg('is_' || one, ' OR ') FROM generate_series(1, n) AS one) || ')' END,
      CASE WHEN (f -> 'strict_deduplication')::boolean THEN
        (SELECT string_agg('is_' || one, ' OR ') FROM generate_series(2, n) AS one) END), '')
  $$;
  COMMENT ON FUNCTION dash.funnel_breaks_sql IS 'Which events may not happen between step n - 1 and step n; NULL: none.';

  CREATE FUNCTION dash.funnel_before_sql(f jsonb, n integer) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN breaks IS NULL THEN
      format('SELECT *, NULL::bigint AS last_break_%2$s, max(chain_%1$s) OVER (PARTITION BY unit %3$s) AS before_%2$s
        FROM reached_%1$s', n - 1, n, frame)
    ELSE
      format('SELECT *, max(at) FILTER (WHERE breaks_%2$s) OVER (PARTITION BY unit) AS last_break_%2$s,
        greatest(max(chain_%1$s) OVER (PARTITION BY unit, run_%2$s %3$s),
          CASE WHEN at - broken_%2$s[1] BETWEEN %5$s AND %6$s THEN broken_%2$s[%7$s] END) AS before_%2$s
        FROM (SELECT *, count(*) FILTER (WHERE breaks_%2$s) OVER earlier AS run_%2$s,
          max(CASE WHEN breaks_%2$s THEN ARRAY[at] || chain_%1$s END) OVER earlier AS broken_%2$s
          FROM (SELECT *, %4$s AS breaks_%2$s FROM reached_%1$s) AS judged
          WINDOW earlier AS (PARTITION BY unit ORDER BY event_timestamp, sequence NULLS FIRST, event_id
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
        ) AS runs', n - 1, n, frame, breaks,
        CASE WHEN (f -> 'strict_increase')::boolean THEN 8192 ELSE 1 END,
        coalesce(dash.funnel_time((f #> ARRAY['steps', (n - 1)::text, 'within'])::numeric), 9223372036854775807),
        CASE n WHEN 2 THEN '2' ELSE '2:' END)
    END
    FROM (SELECT dash.funnel_breaks_sql(f, n), dash.funnel_frame_sql(f, n)) AS step (breaks, frame)
  $$;
  COMMENT ON FUNCTION dash.funnel_before_sql IS
    'The best way to step n - 1 from which each event could go on: in the run of events since the last break, or at that '
    'break, where it is step n - 1 itself.';

  CREATE FUNCTION dash.funnel_chain_sql(f jsonb, n integer) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN n = 1 THEN
      'SELECT *, CASE WHEN is_1 AND may_enter' || CASE WHEN f ->> 'entry' = 'first' THEN
        ' AND at = min(at) FILTER (WHERE is_1 AND may_enter) OVER (PARTITION BY unit)' ELSE '' END
        || ' THEN at END AS chain_1 FROM placed'
    ELSE
      format('SELECT *, CASE WHEN is_%1$s AND at - %3$s <= %4$s THEN ARRAY[]::bigint[] || before_%1$s || -at END AS chain_%1$s
        FROM (%2$s) AS step', n, dash.funnel_before_sql(f, n), dash.funnel_begin_sql('before', n, 2),
        dash.funnel_time((f -> 'window')::numeric))
    END
  $$;
  COMMENT ON FUNCTION dash.funnel_chain_sql IS
    'The best way to each event that is step n. A way is its times, those after the first below zero: the largest began '
    'last, and then did each step as early as it could. That to step 1 is the time alone, since most events go no further.';
`;
