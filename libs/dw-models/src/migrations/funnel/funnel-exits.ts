/** The question of where those went who left a funnel. */
export const FUNNEL_EXITS = `
  CREATE FUNCTION dash.funnel_exits_sql(f jsonb, since timestamptz, until timestamptz) RETURNS text
  LANGUAGE sql STABLE AS $$
    SELECT format($query$
      WITH lost AS MATERIALIZED (
        SELECT unit, reached, times[reached] AS left_at, times[1] + interval %1$L AS ends_at, group_1, group_2
        FROM (%2$s) AS units WHERE reached < %3$s AND NOT is_pending
      ), nexts AS (
        SELECT DISTINCT ON (unit) l.unit, n.event_name
        FROM lost l JOIN (%4$s) AS e USING (unit) JOIN public.clickstream_events n ON n.event_id = e.event_id
        WHERE e.event_timestamp > l.left_at AND e.event_timestamp <= l.ends_at
        ORDER BY unit, e.event_timestamp, e.sequence NULLS FIRST, e.event_id
      ), counted AS (
        SELECT reached, group_1, group_2, event_name, count(*) AS units, row_number() OVER (
            PARTITION BY reached, group_1, group_2, event_name IS NULL ORDER BY count(*) DESC, event_name) AS place
        FROM lost LEFT JOIN nexts USING (unit) GROUP BY 1, 2, 3, 4
      )
      SELECT reached, group_1, group_2, event_name, units FROM counted WHERE place <= 5
      ORDER BY group_1, group_2, reached, units DESC, event_name$query$,
      (f ->> 'window') || ' seconds', dash.funnel_units_sql(f, since, until), jsonb_array_length(f -> 'steps'),
      dash.funnel_events_sql(f || '{"watch": "all", "filters": {}, "breakdown": []}', since, until))
  $$;

  CREATE FUNCTION dash.funnel_exits(definition jsonb, since timestamptz, until timestamptz)
  RETURNS TABLE (step integer, group_1 text, group_2 text, next_event text, units bigint)
  LANGUAGE plpgsql STABLE SET jit = off SET work_mem = '64MB' AS $$
  BEGIN
    PERFORM dash.check_funnel_range(since, until);
    RETURN QUERY EXECUTE dash.funnel_exits_sql(dash.checked_funnel(definition), since, until);
  END $$;
  COMMENT ON FUNCTION dash.funnel_exits IS
    'What those did next who left a funnel after a step, within their window: the five most frequent events, and how many '
    'did nothing at all (NULL).';
`;
