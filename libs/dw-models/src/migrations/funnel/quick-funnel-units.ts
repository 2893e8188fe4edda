/**
 * The query of a funnel whose steps follow each other, whatever happens in between. Only units that
 * did the second step are put in order and followed from step to step: the others entered, and came
 * no further. Any other funnel is as it was.
 */
export const QUICK_FUNNEL_UNITS = `
  CREATE FUNCTION dash.funnel_is_quick(f jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE AS $$ SELECT f ->> 'order' = 'ordered' AND NOT (f -> 'strict_deduplication')::boolean $$;
  COMMENT ON FUNCTION dash.funnel_is_quick IS 'Whether no event can end an attempt.';

  CREATE FUNCTION dash.funnel_placed_sql(since timestamptz, events text) RETURNS text
  LANGUAGE sql STABLE AS $$
    SELECT format('placed AS (SELECT *, round(date_part(''epoch'', event_timestamp - %L::timestamptz) * 1000000)::bigint * 16384
          + least(row_number() OVER (PARTITION BY unit ORDER BY event_timestamp, sequence NULLS FIRST, event_id), 8191) AS at
        FROM %s), ', since, events)
  $$;
  COMMENT ON FUNCTION dash.funnel_placed_sql IS 'Events with their times as whole numbers, those of one moment in order.';

  CREATE FUNCTION dash.funnel_first_sql(f jsonb, nth integer) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN f -> 'breakdown' = '[]' THEN 'NULL::text'
      ELSE format('(array_agg(group_%s ORDER BY event_timestamp, sequence NULLS FIRST, event_id))[1]', nth) END
  $$;
  COMMENT ON FUNCTION dash.funnel_first_sql IS 'A breakdown as of the event that entered.';

  CREATE FUNCTION dash.funnel_entered_sql(f jsonb, since timestamptz) RETURNS text
  LANGUAGE sql STABLE AS $$
    SELECT format(', entered AS (
        SELECT unit, ARRAY[1, -first_at, first_at] AS way, (SELECT now_at FROM known) <= %s + %s AS is_open, group_1, group_2
        FROM (SELECT unit, %s AS group_1, %s AS group_2,
            round(date_part(''epoch'', min(event_timestamp) - %5$L::timestamptz) * 1000000)::bigint * 16384 AS first_at,
            round(date_part(''epoch'', max(event_timestamp) - %5$L::timestamptz) * 1000000)::bigint * 16384 AS last_at
          FROM begun LEFT JOIN going USING (unit) WHERE going.unit IS NULL AND is_1 AND may_enter GROUP BY unit) AS begins)',
      CASE f ->> 'entry' WHEN 'first' THEN 'first_at' ELSE 'last_at' END,
      least(dash.funnel_time((f -> 'window')::numeric), dash.funnel_time((f #> '{steps,1,within}')::numeric)),
      dash.funnel_first_sql(f, 1), dash.funnel_first_sql(f, 2), since)
  $$;
  COMMENT ON FUNCTION dash.funnel_entered_sql IS 'Those who did the first step and never the second.';

  CREATE OR REPLACE FUNCTION dash.funnel_units_sql(f jsonb, since timestamptz, until timestamptz) RETURNS text
  LANGUAGE sql STABLE AS $$
    SELECT format('WITH known AS MATERIALIZED (SELECT
        (extract(epoch FROM coalesce((SELECT data_until FROM dash.freshness), now()) - %L::timestamptz) * 1000000 * 16384)::bigint AS now_at), ', since)
      || CASE WHEN dash.funnel_is_quick(f) THEN
          format('begun AS MATERIALIZED (SELECT * FROM (%s) AS events WHERE unit IS NOT NULL),
            going AS MATERIALIZED (SELECT DISTINCT unit FROM begun WHERE is_2), ', dash.funnel_events_sql(f, since, until))
          || dash.funnel_placed_sql(since, 'begun JOIN going USING (unit)')
        ELSE dash.funnel_placed_sql(since, format('(%s) AS events WHERE unit IS NOT NULL', dash.funnel_events_sql(f, since, until))) END
      || CASE f ->> 'order' WHEN 'any' THEN dash.funnel_any_sql(f, k) ELSE dash.funnel_ordered_sql(f, k) END
      || CASE WHEN dash.funnel_is_quick(f) THEN dash.funnel_entered_sql(f, since) ELSE '' END
      || format('
      SELECT b.unit, b.way[1]::integer AS reached, b.way[1] < %s AND b.is_open AS is_pending, ARRAY[', k)
      || (SELECT string_agg(format('%L::timestamptz + abs(b.way[%s]) / 16384 * interval ''1 microsecond''', since, n + 2), ', ' ORDER BY n)
        FROM generate_series(1, k) AS n)
      || '] AS times, b.group_1, b.group_2 FROM (SELECT best.unit, way, is_open, '
      || CASE WHEN f -> 'breakdown' = '[]' THEN 'NULL::text AS group_1, NULL::text AS group_2 FROM best'
        ELSE 'group_1, group_2 FROM best JOIN placed p ON p.unit = best.unit AND p.at = way[3]' END
      || CASE WHEN dash.funnel_is_quick(f) THEN ' UNION ALL SELECT * FROM entered' ELSE '' END || ') AS b'
    FROM (SELECT jsonb_array_length(f -> 'steps')) AS listed (k)
  $$;
`;
