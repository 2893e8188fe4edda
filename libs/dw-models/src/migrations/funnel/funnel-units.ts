/** The function that writes the query, which a later migration replaces. */
export const funnelUnitsSql = (create: 'CREATE' | 'CREATE OR REPLACE') => `
  ${create} FUNCTION dash.funnel_units_sql(f jsonb, since timestamptz, until timestamptz) RETURNS text
  LANGUAGE sql STABLE AS $$
    SELECT format('WITH known AS MATERIALIZED (SELECT
        (extract(epoch FROM coalesce((SELECT data_until FROM dash.freshness), now()) - %1$L::timestamptz) * 1000000 * 16384)::bigint AS now_at),
      placed AS (SELECT *, round(date_part(''epoch'', event_timestamp - %1$L::timestamptz) * 1000000)::bigint * 16384
          + least(row_number() OVER (PARTITION BY unit ORDER BY event_timestamp, sequence NULLS FIRST, event_id), 8191) AS at
        FROM (%2$s) AS events WHERE unit IS NOT NULL), ', since, dash.funnel_events_sql(f, since, until))
      || CASE f ->> 'order' WHEN 'any' THEN dash.funnel_any_sql(f, k) ELSE dash.funnel_ordered_sql(f, k) END
      || format('
      SELECT b.unit, b.way[1]::integer AS reached, b.way[1] < %1$s AND b.is_open AS is_pending, ARRAY[', k)
      || (SELECT string_agg(format('%L::timestamptz + abs(b.way[%s]) / 16384 * interval ''1 microsecond''', since, n + 2), ', ' ORDER BY n)
        FROM generate_series(1, k) AS n)
      || '] AS times'
      || CASE WHEN f -> 'breakdown' = '[]' THEN ', NULL::text AS group_1, NULL::text AS group_2 FROM best b'
        ELSE ', p.group_1, p.group_2 FROM best b JOIN placed p ON p.unit = b.unit AND p.at = b.way[3]' END
    FROM (SELECT jsonb_array_length(f -> 'steps')) AS listed (k)
  $$;`;

/** The query of a funnel: a row for each unit that entered it. */
export const FUNNEL_UNITS = `
  CREATE FUNCTION dash.funnel_open_sql(f jsonb, n integer) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT format('coalesce((SELECT now_at FROM known) <= %s + %s%s AND coalesce(last_break_%s <= at, true), false)',
      dash.funnel_begin_sql('chain', n, 1), dash.funnel_time((f -> 'window')::numeric),
      ' AND (SELECT now_at FROM known) <= at + ' || dash.funnel_time((f #> ARRAY['steps', n::text, 'within'])::numeric), n + 1)
  $$;
  COMMENT ON FUNCTION dash.funnel_open_sql IS 'Whether a way to step n could still go on to the next.';

  CREATE FUNCTION dash.funnel_ordered_sql(f jsonb, k integer) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT (SELECT string_agg(format('reached_%s AS (%s)', n, dash.funnel_chain_sql(f, n)), ', ' ORDER BY n)
        FROM generate_series(1, k) AS n)
      || ', best AS (SELECT unit, coalesce(max(CASE '
      || (SELECT string_agg(format('WHEN chain_%1$s IS NOT NULL THEN ARRAY[%1$s, -at] || chain_%1$s', n), ' ' ORDER BY n DESC)
        FROM generate_series(2, k) AS n)
      || ' END), ARRAY[1, -min(chain_1), min(chain_1)]) AS way, bool_or('
      || (SELECT string_agg(dash.funnel_open_sql(f, n), ' OR ') FROM generate_series(1, k - 1) AS n)
      || format(') AS is_open FROM reached_%s GROUP BY unit HAVING min(chain_1) IS NOT NULL)', k)
  $$;

  CREATE FUNCTION dash.funnel_any_sql(f jsonb, k integer) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT 'nexts AS (SELECT unit, at, may_enter AND (is_'
      || (SELECT string_agg(n::text, ' OR is_') FROM generate_series(1, k) AS n) || ') AS enters, ARRAY['
      || (SELECT string_agg(format('min(at) FILTER (WHERE is_%s) OVER later', n), ', ') FROM generate_series(1, k) AS n)
      || '] AS next_at FROM placed WINDOW later AS (PARTITION BY unit ORDER BY at DESC)),
      entries AS (SELECT unit, at, next_at'
      || CASE WHEN f ->> 'entry' = 'first' THEN ', at = min(at) OVER (PARTITION BY unit) AS counts' ELSE ', true AS counts' END
      || format(' FROM nexts WHERE enters),
      best AS (SELECT unit, max(ARRAY[cardinality(chain), -chain[cardinality(chain)]] || chain) AS way,
        bool_or((SELECT now_at FROM known) <= at + %1$s) AS is_open
        FROM (SELECT unit, at, ARRAY(SELECT one FROM unnest(next_at) AS one WHERE one <= at + %1$s ORDER BY one) AS chain
          FROM entries WHERE counts) AS attempts GROUP BY unit)', dash.funnel_time((f -> 'window')::numeric))
  $$;
  COMMENT ON FUNCTION dash.funnel_any_sql IS 'Each event of a step begins an attempt, which takes the next event of every step.';

  ${funnelUnitsSql('CREATE')}

  CREATE FUNCTION dash.funnel_units(definition jsonb, since timestamptz, until timestamptz)
  RETURNS TABLE (unit text, reached integer, is_pending boolean, times timestamptz[], group_1 text, group_2 text)
  LANGUAGE plpgsql STABLE SET jit = off SET work_mem = '64MB' AS $$
  BEGIN
    PERFORM dash.check_funnel_range(since, until);
    RETURN QUERY EXECUTE dash.funnel_units_sql(dash.checked_funnel(definition), since, until);
  END $$;
  COMMENT ON FUNCTION dash.funnel_units IS
    'Who entered a funnel between since and until, how far each came, and when it did each step: docs/funnels.md.';
`;
