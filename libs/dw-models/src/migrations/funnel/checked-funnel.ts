/** The check of a whole definition. */
export const CHECKED_FUNNEL = `
  CREATE FUNCTION dash.checked_funnel(definition jsonb) RETURNS jsonb
  LANGUAGE plpgsql IMMUTABLE AS $$
  DECLARE
    steps jsonb := definition -> 'steps';
    way text;
    flag text;
    checked jsonb;
  BEGIN
    PERFORM dash.check_funnel_keys('definition', definition, '{steps,order,entry,window,unit,traffic,filters,breakdown,
      watch,strict_once,strict_increase,strict_deduplication}');
    IF jsonb_typeof(steps) IS DISTINCT FROM 'array' OR jsonb_array_length(steps) NOT BETWEEN 2 AND 8 THEN
      PERFORM dash.refuse_funnel('steps', steps, 'a list of 2 to 8 steps');
    END IF;
    way := dash.funnel_choice('order', definition -> 'order', '{ordered,strict,any}');
    checked := jsonb_build_object(
      'steps', (SELECT jsonb_agg(dash.funnel_step(format('steps[%s]', nth), step) ORDER BY nth)
        FROM jsonb_array_elements(steps) WITH ORDINALITY AS listed (step, nth)),
      'order', way,
      'entry', dash.funnel_choice('entry', definition -> 'entry', '{every,first}'),
      'unit', dash.funnel_choice('unit', definition -> 'unit', '{session,visitor,cart}'),
      'traffic', dash.funnel_choice('traffic', definition -> 'traffic', '{people,shoppers,all}'),
      'window', dash.funnel_seconds('window', coalesce(definition -> 'window', '"1 day"')),
      'filters', dash.funnel_filters(coalesce(definition -> 'filters', '{}')),
      'strict_once', dash.funnel_flag('strict_once', definition -> 'strict_once', true),
      'strict_increase', dash.funnel_flag('strict_increase', definition -> 'strict_increase', false),
      'strict_deduplication', dash.funnel_flag('strict_deduplication', definition -> 'strict_deduplication', false),
      'breakdown', '[]'::jsonb);
    IF definition ? 'breakdown' THEN
      PERFORM dash.funnel_texts('breakdown', definition -> 'breakdown', 2);
      PERFORM dash.funnel_choice(format('breakdown[%s]', nth), name,
          '{login_state,channel,campaign,device,product,category,page}')
        FROM jsonb_array_elements(definition -> 'breakdown') WITH ORDINALITY AS listed (name, nth);
      checked := checked || jsonb_build_object('breakdown', definition -> 'breakdown');
    END IF;
    IF definition ? 'watch' THEN
      IF way <> 'strict' THEN
        PERFORM dash.refuse_funnel('watch', definition -> 'watch', 'left out unless the order is strict');
      END IF;
      IF definition -> 'watch' <> '"all"' THEN
        PERFORM dash.funnel_texts('watch', definition -> 'watch', 100);
      END IF;
      checked := checked || jsonb_build_object('watch', definition -> 'watch');
    END IF;
    IF way = 'any' THEN
      FOREACH flag IN ARRAY ARRAY['strict_once', 'strict_increase', 'strict_deduplication'] LOOP
        IF definition ? flag THEN
          PERFORM dash.refuse_funnel(flag, definition -> flag, 'left out when the order is any');
        END IF;
      END LOOP;
      IF jsonb_path_exists(steps, '$[*].within') THEN
        PERFORM dash.refuse_funnel('within of a step', jsonb_path_query_first(steps, '$[*].within'),
          'left out when the order is any: window holds for the whole');
      END IF;
    END IF;
    RETURN checked;
  END $$;
  COMMENT ON FUNCTION dash.checked_funnel IS
    'The definition with all that it leaves out filled in, and times in seconds. An error names what is wrong in it.';
`;
