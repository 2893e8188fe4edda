/** Parts of the query of a funnel: the events that it looks at, each with the steps that it is. */
export const FUNNEL_EVENTS = `
  CREATE FUNCTION dash.funnel_condition_sql(target text, condition jsonb) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
      WHEN condition IS NULL THEN ''
      WHEN condition ? 'is' THEN format(' AND %s = %L', target, condition ->> 'is')
      WHEN condition ? 'starts_with' THEN format(' AND starts_with(%s, %L)', target, condition ->> 'starts_with')
      ELSE format(' AND %s IN (%s)', target,
        (SELECT string_agg(quote_literal(one), ', ') FROM jsonb_array_elements_text(condition -> 'one_of') AS one))
    END
  $$;

  CREATE FUNCTION dash.funnel_step_sql(step jsonb) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT format('coalesce(e.event_name = %L', step ->> 'event')
      || dash.funnel_condition_sql('e.context_product_id', step -> 'product')
      || dash.funnel_condition_sql('e.context_product_category', step -> 'category')
      || dash.funnel_condition_sql('e.page_path', step -> 'page')
      || coalesce((SELECT string_agg(dash.funnel_condition_sql(format('e.properties ->> %L', key), value), '')
        FROM jsonb_each(step -> 'properties')), '')
      || ', false)'
  $$;

  CREATE FUNCTION dash.funnel_column(field text) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE field
      WHEN 'campaign' THEN 's.utm_campaign'
      WHEN 'product' THEN 'e.context_product_id'
      WHEN 'category' THEN 'e.context_product_category'
      WHEN 'page' THEN 'e.page_path'
      ELSE 's.' || quote_ident(field)
    END
  $$;
  COMMENT ON FUNCTION dash.funnel_column IS
    'Where a filter or a breakdown of a funnel is read: of the session, or of the event itself.';

  CREATE FUNCTION dash.funnel_unit_sql(unit text) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE unit WHEN 'session' THEN 'e.session_id' WHEN 'cart' THEN 'e.cart_id' ELSE '
      CASE
        WHEN e.user_id IS NOT NULL THEN ''user:'' || e.user_id
        WHEN l.users = 1 AND e.event_timestamp <= l.last_at THEN ''user:'' || l.user_id
        ELSE coalesce(CASE WHEN l.users > 1 THEN ''user:'' || dash.user_behind(e.client_id, e.event_timestamp) END,
          ''browser:'' || e.client_id)
      END' END
  $$;
  COMMENT ON FUNCTION dash.funnel_unit_sql IS
    'Whose event it is. A visitor is the user of the event, or behind its browser: dash.user_behind, asked only where '
    'several users share the browser.';

  CREATE FUNCTION dash.funnel_names_sql(f jsonb) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN f -> 'watch' = '"all"' THEN '' ELSE (
      SELECT format(' AND e.event_name IN (%s)', string_agg(DISTINCT quote_literal(name), ', '))
      FROM (SELECT step ->> 'event' FROM jsonb_array_elements(f -> 'steps') AS step
        UNION SELECT jsonb_array_elements_text(f -> 'watch') WHERE f ? 'watch') AS listed (name)) END
  $$;

  CREATE FUNCTION dash.funnel_events_sql(f jsonb, since timestamptz, until timestamptz) RETURNS text
  LANGUAGE sql STABLE AS $$
    SELECT 'SELECT ' || dash.funnel_unit_sql(f ->> 'unit')
      || ' AS unit, e.event_timestamp, e.sequence, e.event_id, e.session_id'
      || (SELECT string_agg(format(', %s AS is_%s', dash.funnel_step_sql(step), nth), '' ORDER BY nth)
        FROM jsonb_array_elements(f -> 'steps') WITH ORDINALITY AS listed (step, nth))
      || format(', e.event_timestamp < %L::timestamptz', until)
      || coalesce((SELECT string_agg(dash.funnel_condition_sql(dash.funnel_column(key), jsonb_build_object('one_of', value)), '')
        FROM jsonb_each(f -> 'filters')), '') || ' AS may_enter'
      || format(', %s::text AS group_1, %s::text AS group_2',
        coalesce(dash.funnel_column(f #>> '{breakdown,0}'), 'NULL'), coalesce(dash.funnel_column(f #>> '{breakdown,1}'), 'NULL'))
      || ' FROM public.clickstream_events e'
      || CASE WHEN f -> 'filters' <> '{}' OR f -> 'breakdown' <> '[]'
        THEN ' LEFT JOIN public.sessions s ON s.session_id = e.session_id' ELSE '' END
      || CASE WHEN f ->> 'unit' = 'visitor' THEN ' LEFT JOIN (
          SELECT client_id, count(*) AS users, min(user_id) AS user_id, max(last_at) AS last_at
          FROM dash.identity_links GROUP BY client_id) l ON l.client_id = e.client_id' ELSE '' END
      || format(' WHERE e.event_timestamp >= %L::timestamptz AND e.event_timestamp < %L::timestamptz + interval %L',
        since, until, (f ->> 'window') || ' seconds')
      || dash.funnel_names_sql(f)
      || CASE f ->> 'traffic' WHEN 'all' THEN '' WHEN 'people' THEN ' AND NOT e.is_bot' ELSE ' AND NOT e.is_bot
          AND NOT e.is_staff AND coalesce(e.user_id NOT IN (SELECT user_id FROM public.staff_users), true)' END
  $$;
`;
