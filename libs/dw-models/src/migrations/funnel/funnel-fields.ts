/** Checks of fields of a definition. A refusal names the field, its value and what is allowed. */
export const FUNNEL_FIELDS = `
  CREATE FUNCTION dash.refuse_funnel(place text, given jsonb, allowed text) RETURNS void
  LANGUAGE plpgsql IMMUTABLE AS $$
  BEGIN
    RAISE EXCEPTION '% of the funnel is %; it must be %', place, coalesce(left(given::text, 200), 'missing'), allowed
      USING ERRCODE = 'invalid_parameter_value';
  END $$;

  CREATE FUNCTION dash.check_funnel_keys(place text, given jsonb, allowed text[]) RETURNS void
  LANGUAGE plpgsql IMMUTABLE AS $$
  DECLARE
    unknown text;
  BEGIN
    IF jsonb_typeof(given) IS DISTINCT FROM 'object' THEN
      PERFORM dash.refuse_funnel(place, given, 'an object');
    END IF;
    SELECT key INTO unknown FROM jsonb_object_keys(given) AS key WHERE key <> ALL (allowed) ORDER BY key LIMIT 1;
    IF unknown IS NOT NULL THEN
      PERFORM dash.refuse_funnel(place || '.' || unknown, given -> unknown,
        'left out: there are only ' || array_to_string(allowed, ', '));
    END IF;
  END $$;

  CREATE FUNCTION dash.funnel_choice(place text, given jsonb, allowed text[]) RETURNS text
  LANGUAGE plpgsql IMMUTABLE AS $$
  BEGIN
    IF given IS NULL THEN
      RETURN allowed[1];
    ELSIF jsonb_typeof(given) <> 'string' OR given #>> '{}' <> ALL (allowed) THEN
      PERFORM dash.refuse_funnel(place, given, 'one of ' || array_to_string(allowed, ', '));
    END IF;
    RETURN given #>> '{}';
  END $$;
  COMMENT ON FUNCTION dash.funnel_choice IS 'The chosen word, or the first of those allowed.';

  CREATE FUNCTION dash.funnel_flag(place text, given jsonb, otherwise boolean) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE AS $$
  BEGIN
    IF given IS NULL THEN
      RETURN otherwise;
    ELSIF jsonb_typeof(given) <> 'boolean' THEN
      PERFORM dash.refuse_funnel(place, given, 'true or false');
    END IF;
    RETURN given::boolean;
  END $$;

  CREATE FUNCTION dash.funnel_texts(place text, given jsonb, most integer) RETURNS jsonb
  LANGUAGE plpgsql IMMUTABLE AS $$
  BEGIN
    IF jsonb_typeof(given) IS DISTINCT FROM 'array' OR jsonb_array_length(given) NOT BETWEEN 1 AND most
      OR EXISTS (SELECT FROM jsonb_array_elements(given) AS one WHERE jsonb_typeof(one) <> 'string')
    THEN
      PERFORM dash.refuse_funnel(place, given, format('a list of 1 to %s texts', most));
    END IF;
    RETURN given;
  END $$;

  CREATE FUNCTION dash.funnel_seconds(place text, given jsonb) RETURNS integer
  LANGUAGE plpgsql IMMUTABLE AS $$
  DECLARE
    parts text[] := regexp_match(given #>> '{}', '^([1-9][0-9]{0,5}) (minute|hour|day)s?$');
    seconds bigint := parts[1]::bigint * CASE parts[2] WHEN 'minute' THEN 60 WHEN 'hour' THEN 3600 ELSE 86400 END;
  BEGIN
    IF seconds IS NULL OR seconds > 90 * 86400 THEN
      PERFORM dash.refuse_funnel(place, given, 'a time from "1 minute" to "90 days", such as "30 minutes" or "12 hours"');
    END IF;
    RETURN seconds;
  END $$;

  CREATE FUNCTION dash.check_funnel_range(since timestamptz, until timestamptz) RETURNS void
  LANGUAGE plpgsql IMMUTABLE AS $$
  BEGIN
    IF (since < until AND isfinite(since)) IS NOT TRUE THEN
      PERFORM dash.refuse_funnel('since', to_jsonb(since), 'a time before until, which is ' || coalesce(until::text, 'missing'));
    END IF;
  END $$;
`;
