/** The function that writes the query of the orders, which a later migration replaces. */
export const funnelOrdersSql = (create: 'CREATE' | 'CREATE OR REPLACE') => `
  ${create} FUNCTION dash.funnel_orders_sql(f jsonb, since timestamptz, until timestamptz) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT format('SELECT u.reached, u.group_1, u.group_2, o.currency, o.net
        FROM dash.orders o JOIN units u ON u.unit = %1$s
          AND o.placed_at BETWEEN u.times[1] AND u.times[1] + interval %2$L
        WHERE o.placed_at >= %3$L::timestamptz AND o.placed_at < %4$L::timestamptz + interval %2$L',
      CASE f ->> 'unit' WHEN 'session' THEN 'o.session_id' WHEN 'cart' THEN 'o.cart_id'
        ELSE 'coalesce(''user:'' || o.user_id, ''browser:'' || o.client_id)' END,
      (f ->> 'window') || ' seconds', since, until)
  $$;`;

/** The question that dashboards ask: the totals of each step, by group. */
export const FUNNEL_TOTALS = `
  ${funnelOrdersSql('CREATE')}
  COMMENT ON FUNCTION dash.funnel_orders_sql IS 'The orders that a unit placed from its first step to the end of its window.';

  CREATE FUNCTION dash.funnel_sql(f jsonb, since timestamptz, until timestamptz) RETURNS text
  LANGUAGE sql STABLE AS $$
    SELECT format($query$
      WITH units AS MATERIALIZED (%1$s),
      steps AS (SELECT nth::integer AS step, name AS event FROM unnest(%2$L::text[]) WITH ORDINALITY AS listed (name, nth)),
      groups AS (SELECT group_1, group_2 FROM units UNION SELECT NULL, NULL WHERE %3$s),
      counted AS (
        SELECT step, group_1, group_2, count(*) AS units,
          count(*) FILTER (WHERE reached = step AND is_pending) AS pending,
          count(*) FILTER (WHERE reached = step AND NOT is_pending AND step < %4$s) AS lost,
          percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY date_part('epoch', times[step] - times[step - 1])) AS seconds
        FROM units JOIN steps ON step <= reached GROUP BY 1, 2, 3
      ), orders AS (%5$s),
      earned AS (
        SELECT step, group_1, group_2,
          jsonb_agg(jsonb_build_object('currency', currency, 'orders', orders, 'net', net) ORDER BY currency) AS revenue
        FROM (SELECT step, group_1, group_2, currency, count(*) AS orders, sum(net) AS net
          FROM orders JOIN steps ON step <= reached GROUP BY 1, 2, 3, 4) AS by_currency
        GROUP BY 1, 2, 3
      )
      SELECT s.step, s.event, g.group_1, g.group_2, coalesce(c.units, 0), coalesce(c.pending, 0), coalesce(c.lost, 0),
        c.seconds[1], c.seconds[2], coalesce(e.revenue, '[]')
      FROM steps s CROSS JOIN groups g
      LEFT JOIN counted c ON (c.step, c.group_1, c.group_2) IS NOT DISTINCT FROM (s.step, g.group_1, g.group_2)
      LEFT JOIN earned e ON (e.step, e.group_1, e.group_2) IS NOT DISTINCT FROM (s.step, g.group_1, g.group_2)
      ORDER BY g.group_1, g.group_2, s.step$query$,
      dash.funnel_units_sql(f, since, until),
      ARRAY(SELECT step ->> 'event' FROM jsonb_array_elements(f -> 'steps') AS step),
      (f -> 'breakdown' = '[]')::text, jsonb_array_length(f -> 'steps'), dash.funnel_orders_sql(f, since, until))
  $$;

  CREATE FUNCTION dash.funnel(definition jsonb, since timestamptz, until timestamptz)
  RETURNS TABLE (step integer, event text, group_1 text, group_2 text, units bigint, pending bigint, lost bigint,
    median_seconds double precision, p90_seconds double precision, revenue jsonb)
  LANGUAGE plpgsql STABLE SET jit = off SET work_mem = '64MB' AS $$
  BEGIN
    PERFORM dash.check_funnel_range(since, until);
    RETURN QUERY EXECUTE dash.funnel_sql(dash.checked_funnel(definition), since, until);
  END $$;
  COMMENT ON FUNCTION dash.funnel IS
    'A funnel of the units that entered it between since and until, a row for each step and group: docs/funnels.md.';
`;
