/** For indexes alone: tables that have just been filled have no statistics. Planned once. */
export const BY_INDEX = `SET search_path = pg_catalog, public, pg_temp
  SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan`;

/** The function that computes the visits of given orders. */
export const RENEW_ORDER_TOUCHES = `
  CREATE OR REPLACE FUNCTION renew_order_touches(order_ids text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER ${BY_INDEX} AS $$
  BEGIN
    DELETE FROM public.order_touches WHERE order_id = ANY(order_ids);
    INSERT INTO public.order_touches
    WITH chosen AS MATERIALIZED (
      SELECT o.order_id, o.placed_at, o.login_state, o.currency, o.is_bot, o.is_staff, o.user_id, o.client_id, o.session_id,
        CASE
          WHEN o.user_id IS NOT NULL THEN o.user_id
          WHEN EXISTS (SELECT FROM public.identity_links l WHERE l.client_id = o.client_id)
            THEN dash.user_behind(o.client_id, o.placed_at)
        END AS buyer,
        greatest(o.gross - coalesce(r.refunded, 0), 0) AS net
      FROM public.orders o
      LEFT JOIN (
        SELECT order_id, currency, sum(amount) AS refunded FROM dash.refunds WHERE order_id = ANY(order_ids) GROUP BY 1, 2
      ) r ON r.order_id = o.order_id AND r.currency IS NOT DISTINCT FROM o.currency
      WHERE o.order_id = ANY(order_ids)
    ), touch AS (
      SELECT o.order_id, o.placed_at, o.login_state, o.currency, o.is_bot, o.is_staff, o.user_id, o.buyer, o.net,
        s.session_id, s.started_at, coalesce(s.channel, 'unknown') AS channel, s.utm_source, s.utm_medium, s.utm_campaign
      FROM chosen o
      LEFT JOIN LATERAL (
        (SELECT t.session_id, t.started_at, t.channel, t.utm_source, t.utm_medium, t.utm_campaign
        FROM (
          SELECT o.client_id AS client_id WHERE o.client_id IS NOT NULL
          UNION
          SELECT l.client_id FROM dash.identity_links l WHERE l.user_id = o.buyer
        ) AS browser
        JOIN public.sessions t USING (client_id)
        WHERE t.session_id IS DISTINCT FROM o.session_id AND NOT t.is_bot
          AND t.started_at < o.placed_at AND t.started_at >= o.placed_at - interval '720 hours'
          AND CASE
            WHEN o.buyer IS NULL THEN true
            WHEN t.user_id IS NOT NULL THEN t.user_id = o.buyer
            WHEN NOT EXISTS (
              SELECT FROM dash.identity_links l WHERE l.client_id = t.client_id AND l.user_id <> o.buyer
            ) THEN true
            ELSE dash.user_behind(t.client_id, t.started_at) = o.buyer
          END
        -- Nobody comes so often: of a sender that names one browser for all, each order would have all visits.
        ORDER BY t.started_at DESC, t.session_id DESC LIMIT 200)
        UNION ALL
        SELECT t.session_id, t.started_at, t.channel, t.utm_source, t.utm_medium, t.utm_campaign
        FROM public.sessions t WHERE t.session_id = o.session_id
      ) AS s ON true
    ), numbered AS (
      SELECT *,
        row_number() OVER (PARTITION BY order_id ORDER BY started_at, session_id) AS place,
        count(*) OVER (PARTITION BY order_id) AS touches
      FROM touch
    ), weighed AS (
      SELECT *,
        coalesce(max(place) FILTER (WHERE channel <> 'direct') OVER (PARTITION BY order_id), touches) AS last_known,
        (CASE
          WHEN touches <= 2 THEN 1
          WHEN place IN (1, touches) THEN 0.4
          ELSE 0.2 / (touches - 2)
        END)::double precision AS by_position,
        -- Half of the weight for each seven days.
        coalesce(power(0.5::double precision,
          greatest(extract(epoch FROM placed_at - started_at)::double precision, 0) / 604800), 1) AS by_time
      FROM numbered
    ), summed AS (
      SELECT *,
        sum(by_position) OVER in_time AS by_position_so_far, sum(by_position) OVER of_order AS by_position_all,
        sum(by_time) OVER in_time AS by_time_so_far, sum(by_time) OVER of_order AS by_time_all,
        greatest(scale(net), 2) AS digits
      FROM weighed
      WINDOW of_order AS (PARTITION BY order_id), in_time AS (of_order ORDER BY place)
    ), so_far AS (
      -- The last visit takes what is left: the parts of an order add up to it, to the last digit.
      SELECT *,
        CASE WHEN place = touches THEN net
          ELSE round(net * (place::double precision / touches)::numeric, digits) END AS linear_net,
        CASE WHEN place = touches THEN net
          ELSE round(net * (by_position_so_far / by_position_all)::numeric, digits) END AS position_net,
        CASE WHEN place = touches THEN net
          ELSE round(net * (by_time_so_far / by_time_all)::numeric, digits) END AS time_decay_net
      FROM summed
    )
    SELECT order_id, place, touches, last_known, placed_at, login_state, currency, is_bot, is_staff, user_id, buyer, net,
      session_id, started_at, channel, utm_source, utm_medium, utm_campaign,
      by_position / by_position_all, by_time / by_time_all,
      linear_net - lag(linear_net, 1, 0::numeric) OVER in_time,
      position_net - lag(position_net, 1, 0::numeric) OVER in_time,
      time_decay_net - lag(time_decay_net, 1, 0::numeric) OVER in_time
    FROM so_far
    WINDOW in_time AS (PARTITION BY order_id ORDER BY place);
  END $$;
  COMMENT ON FUNCTION renew_order_touches IS
    'Computes the visits of these orders and their credits again, from orders, refunds, sessions and identity links.';
  REVOKE ALL ON FUNCTION renew_order_touches FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION renew_order_touches TO etl_writer;`;
