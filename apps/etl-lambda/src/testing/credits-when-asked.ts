/**
 * The visits of all orders, and what each model credits them with, computed from orders, sessions
 * and links when they are asked for: a definition apart from the facts that the load keeps.
 */
const CREDITS_WHEN_ASKED = `
  WITH order_touches AS (
    WITH touches AS (
      SELECT o.order_id, o.placed_at, o.login_state, o.currency, o.net, o.is_bot, o.is_staff,
        s.session_id, s.started_at, coalesce(s.channel, 'unknown') AS channel,
        s.utm_source, s.utm_medium, s.utm_campaign
      FROM dash.orders o
      -- Computed once an order, and not again wherever it is compared.
      CROSS JOIN LATERAL (SELECT o.user_id AS buyer OFFSET 0) AS known
      LEFT JOIN LATERAL (
        SELECT t.session_id, t.started_at, t.channel, t.utm_source, t.utm_medium, t.utm_campaign
        FROM (
          SELECT o.client_id AS client_id WHERE o.client_id IS NOT NULL
          UNION
          SELECT client_id FROM dash.identity_links WHERE user_id = buyer
        ) AS browser
        JOIN public.sessions t USING (client_id)
        WHERE t.session_id IS DISTINCT FROM o.session_id AND NOT t.is_bot
          AND t.started_at < o.placed_at AND t.started_at >= o.placed_at - interval '30 days'
          AND CASE
            WHEN buyer IS NULL THEN true
            WHEN t.user_id IS NOT NULL THEN t.user_id = buyer
            WHEN NOT EXISTS (
              SELECT FROM dash.identity_links l WHERE l.client_id = t.client_id AND l.user_id <> buyer
            ) THEN true
            ELSE dash.user_behind(t.client_id, t.started_at) = buyer
          END
        UNION ALL
        SELECT t.session_id, t.started_at, t.channel, t.utm_source, t.utm_medium, t.utm_campaign
        FROM public.sessions t WHERE t.session_id = o.session_id
      ) AS s ON true
    )
    SELECT order_id, placed_at, login_state, currency, is_bot, is_staff, net, session_id, started_at,
      channel, utm_source, utm_medium, utm_campaign,
      row_number() OVER in_time AS place,
      count(*) OVER of_order AS touches,
      coalesce(max(nth) FILTER (WHERE channel <> 'direct') OVER of_order, count(*) OVER of_order) AS last_known
    FROM (
      SELECT *, row_number() OVER (
        PARTITION BY order_id, placed_at, login_state, currency, is_bot, is_staff ORDER BY started_at, session_id
      ) AS nth
      FROM touches
    ) AS numbered
    WINDOW of_order AS (PARTITION BY order_id, placed_at, login_state, currency, is_bot, is_staff),
      in_time AS (of_order ORDER BY nth)
  ), order_credits AS (
    WITH weighed AS (
      SELECT t.*, model.model, model.weight,
        sum(model.weight) OVER (of_order ORDER BY place) AS weight_so_far,
        sum(model.weight) OVER of_order AS weights
      FROM order_touches t
      CROSS JOIN LATERAL (VALUES
        ('first', CASE WHEN place = 1 THEN 1.0::double precision ELSE 0 END),
        ('last', CASE WHEN place = touches THEN 1 ELSE 0 END),
        ('last_non_direct', CASE WHEN place = last_known THEN 1 ELSE 0 END),
        ('linear', 1),
        ('position', CASE
          WHEN touches <= 2 THEN 1
          WHEN place IN (1, touches) THEN 0.4
          ELSE 0.2 / (touches - 2)
        END),
        -- Half of the weight for each seven days.
        ('time_decay', coalesce(power(0.5::double precision,
          greatest(extract(epoch FROM placed_at - started_at)::double precision, 0) / 604800), 1))
      ) AS model (model, weight)
      WINDOW of_order AS (PARTITION BY order_id, placed_at, login_state, currency, is_bot, is_staff, model.model)
    ), so_far AS (
      -- The last visit takes what is left: the parts of an order add up to it, to the last digit.
      SELECT *, CASE WHEN place = touches THEN net
        ELSE round(net * (weight_so_far / weights)::numeric, greatest(scale(net), 2)) END AS net_so_far
      FROM weighed
    ), credited AS (
      SELECT *, net_so_far - coalesce(lag(net_so_far) OVER (
        PARTITION BY order_id, placed_at, login_state, currency, is_bot, is_staff, model ORDER BY place), 0) AS credit
      FROM so_far
    )
    SELECT order_id, placed_at, login_state, currency, is_bot, is_staff, model, place, touches, session_id, started_at,
      channel, utm_source, utm_medium, utm_campaign, weight / weights AS orders, credit AS net
    FROM credited
    WHERE weight > 0
  )`;

const columns = (
  view: string,
) => `SELECT order_id, placed_at, login_state, currency, is_bot, is_staff, model, place, touches,
    session_id, started_at, channel, utm_source, utm_medium, utm_campaign, round(orders::numeric, 12) AS orders, net
  FROM ${view}`;
const TOUCHES = `SELECT order_id, placed_at, login_state, currency, is_bot, is_staff, net, session_id, started_at, channel,
    utm_source, utm_medium, utm_campaign, place, touches, last_known FROM`;

/** Selects credits that the facts have and the definition does not, and the other way round. */
export const WRONG_CREDITS = `${CREDITS_WHEN_ASKED}
  SELECT 'kept' AS only, * FROM (${columns('dash.order_credits')} EXCEPT ALL ${columns('order_credits')}) AS kept
  UNION ALL
  SELECT 'defined', * FROM (${columns('order_credits')} EXCEPT ALL ${columns('dash.order_credits')}) AS defined`;

/** The same of visits. */
export const WRONG_TOUCHES = `${CREDITS_WHEN_ASKED}
  SELECT 'kept' AS only, * FROM (${TOUCHES} dash.order_touches EXCEPT ALL ${TOUCHES} order_touches) AS kept
  UNION ALL
  SELECT 'defined', * FROM (${TOUCHES} order_touches EXCEPT ALL ${TOUCHES} dash.order_touches) AS defined`;
