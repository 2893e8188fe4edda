/** Checks of the steps of a funnel and of its filters. */
export const FUNNEL_STEPS = `
  CREATE FUNCTION dash.check_funnel_condition(place text, given jsonb) RETURNS void
  LANGUAGE plpgsql IMMUTABLE AS $$
  DECLARE
    kind text;
  BEGIN
    PERFORM dash.check_funnel_keys(place, given, '{is,one_of,starts_with}');
    IF (SELECT count(*) FROM jsonb_object_keys(given)) <> 1 THEN
      PERFORM dash.refuse_funnel(place, given, 'an object with one of is, one_of, starts_with');
    END IF;
    SELECT key INTO kind FROM jsonb_object_keys(given) AS key;
    IF kind = 'one_of' THEN
      PERFORM dash.funnel_texts(place || '.one_of', given -> kind, 100);
    ELSIF jsonb_typeof(given -> kind) <> 'string' THEN
      PERFORM dash.refuse_funnel(place || '.' || kind, given -> kind, 'a text');
    END IF;
  END $$;

  CREATE FUNCTION dash.funnel_step(place text, given jsonb) RETURNS jsonb
  LANGUAGE plpgsql IMMUTABLE AS $$
  DECLARE
    field text;
  BEGIN
    PERFORM dash.check_funnel_keys(place, given, '{event,product,category,page,properties,within}');
    IF jsonb_typeof(given -> 'event') IS DISTINCT FROM 'string' OR given ->> 'event' = '' THEN
      PERFORM dash.refuse_funnel(place || '.event', given -> 'event', 'the name of an event');
    END IF;
    FOREACH field IN ARRAY ARRAY['product', 'category', 'page'] LOOP
      IF given ? field THEN
        PERFORM dash.check_funnel_condition(place || '.' || field, given -> field);
      END IF;
    END LOOP;
    IF given ? 'properties' THEN
      PERFORM dash.check_funnel_keys(place || '.properties', given -> 'properties',
        CASE WHEN jsonb_typeof(given -> 'properties') = 'object' THEN
          ARRAY(SELECT jsonb_object_keys(given -> 'properties')) END);
      PERFORM dash.check_funnel_condition(place || '.properties.' || key, value)
        FROM jsonb_each(given -> 'properties');
    END IF;
    RETURN CASE WHEN given ? 'within'
      THEN jsonb_set(given, '{within}', to_jsonb(dash.funnel_seconds(place || '.within', given -> 'within')))
      ELSE given END;
  END $$;

  CREATE FUNCTION dash.funnel_filters(given jsonb) RETURNS jsonb
  LANGUAGE plpgsql IMMUTABLE AS $$
  BEGIN
    PERFORM dash.check_funnel_keys('filters', given, '{login_state,channel,campaign,device}');
    PERFORM dash.funnel_texts('filters.' || key, value, 100) FROM jsonb_each(given);
    RETURN given;
  END $$;
`;
