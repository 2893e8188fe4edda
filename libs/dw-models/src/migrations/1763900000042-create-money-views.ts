import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The views over orders, refunds and sessions. Nothing in them adds up amounts of two currencies; a currency that is
 * NULL is the shop's own. How orders, refunds and the funnel are counted: ADR 0039 and 0040.
 */
export class CreateMoneyViews1763900000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW dash.activity_hourly AS
        SELECT hour, event_name, login_state, is_bot, events::bigint AS events
        FROM public.activity_hourly;
      COMMENT ON VIEW dash.activity_hourly IS
        'Events by the hour in which they happened and the login state that each carries. Orders, which may be told '
        'more than once, are in orders_hourly.';

      CREATE VIEW dash.refunds AS
        SELECT r.order_id, r.refund_id, r.refunded_at,
          coalesce(r.amount, o.gross, 0) AS amount,
          -- What an order without a currency gives back is in the same, the shop's own.
          CASE WHEN o.order_id IS NULL OR o.currency IS NOT NULL THEN coalesce(r.currency, o.currency) END AS currency,
          coalesce(o.login_state, r.login_state) AS login_state,
          coalesce(o.is_bot, r.is_bot) AS is_bot,
          coalesce(o.is_staff OR dash.is_staff(o.user_id), r.is_staff) AS is_staff,
          r.told, r.refunded_event_id AS event_id
        FROM public.refunds r
        LEFT JOIN public.orders o USING (order_id)
        -- One without an id is the same as one with an id of that amount: the browser told it, and the server.
        WHERE r.refund_id IS NOT NULL OR NOT EXISTS (
          SELECT FROM public.refunds other
          WHERE other.order_id = r.order_id
            AND coalesce(other.amount, o.gross) IS NOT DISTINCT FROM coalesce(r.amount, o.gross)
            AND (other.refund_id IS NOT NULL OR other.amount IS NOT NULL AND r.amount IS NULL));
      COMMENT ON VIEW dash.refunds IS
        'One row a refund, however often it was told. One that names no amount gives back the whole order. A refund of an '
        'order that was never told is here, and in no order.';

      CREATE VIEW dash.refunds_hourly AS
        SELECT date_trunc('hour', refunded_at, 'UTC') AS hour, login_state, currency, is_bot, is_staff,
          count(*) AS refunds,
          sum(amount) AS refunded
        FROM dash.refunds
        GROUP BY 1, 2, 3, 4, 5;
      COMMENT ON VIEW dash.refunds_hourly IS
        'Refunds by the hour in which they were made. orders_hourly has them by the hour of their order.';

      CREATE VIEW dash.orders AS
        SELECT o.order_id, o.placed_at, o.client_id, o.session_id,
          coalesce(o.user_id, dash.user_behind(o.client_id, o.placed_at)) AS user_id,
          o.user_id IS NOT NULL AS was_signed_in,
          o.login_state,
          coalesce(o.cart_id, (SELECT min(c.cart_id) FROM public.carts c WHERE c.order_id = o.order_id)) AS cart_id,
          o.currency, o.gross, coalesce(r.refunded, 0) AS refunded,
          greatest(o.gross - coalesce(r.refunded, 0), 0) AS net, o.tax, o.shipping, o.pieces,
          coalesce(r.refunds, 0) AS refunds, r.refunded_at, o.completions, o.is_bot,
          o.is_staff OR dash.is_staff(o.user_id) AS is_staff,
          coalesce(s.channel, 'unknown') AS channel, s.utm_source, s.utm_medium, s.utm_campaign,
          coalesce(s.device, 'unknown') AS device
        FROM public.orders o
        LEFT JOIN public.sessions s USING (session_id)
        LEFT JOIN (
          SELECT order_id, currency, count(*)::integer AS refunds, sum(amount) AS refunded, max(refunded_at) AS refunded_at
          FROM dash.refunds GROUP BY 1, 2
        ) r ON r.order_id = o.order_id AND r.currency IS NOT DISTINCT FROM o.currency;
      COMMENT ON VIEW dash.orders IS
        'One row an order, however often its completion was told, with the channel of its session. net: gross less what '
        'was refunded in its currency, never below 0.';

      CREATE VIEW dash.orders_hourly AS
        SELECT date_trunc('hour', o.placed_at, 'UTC') AS hour, o.login_state, o.currency, o.is_bot,
          o.is_staff OR dash.is_staff(o.user_id) AS is_staff,
          count(*) AS orders,
          count(r.order_id) AS refunded_orders,
          sum(o.pieces)::bigint AS pieces,
          sum(o.gross) AS gross,
          sum(coalesce(r.refunded, 0)) AS refunded,
          sum(greatest(o.gross - coalesce(r.refunded, 0), 0)) AS net
        FROM public.orders o
        LEFT JOIN (SELECT order_id, currency, sum(amount) AS refunded FROM dash.refunds GROUP BY 1, 2) r
          ON r.order_id = o.order_id AND r.currency IS NOT DISTINCT FROM o.currency
        GROUP BY 1, 2, 3, 4, 5;
      COMMENT ON VIEW dash.orders_hourly IS
        'Orders, each once, by the hour in which they were placed; a refund counts in the hour of its order. A currency '
        'that is NULL is the shop''s own.';

      CREATE VIEW dash.products_hourly AS
        SELECT h.hour, h.product_id, coalesce(p.product_name, h.product_id) AS product_name, p.category, p.brand,
          h.login_state, h.is_bot, h.currency, h.views, h.add_to_carts, h.units_ordered, h.revenue
        FROM (
          SELECT hour, product_id, login_state, is_bot, NULL AS currency, views::bigint AS views,
            add_to_carts::bigint AS add_to_carts, 0::bigint AS units_ordered, 0::numeric AS revenue
          FROM public.products_hourly
          UNION ALL
          SELECT date_trunc('hour', placed_at, 'UTC'), item ->> 'id', login_state, is_bot, currency, 0, 0,
            sum((item ->> 'quantity')::bigint)::bigint,
            sum((item ->> 'quantity')::numeric
              * coalesce((item ->> 'discountPrice')::numeric, (item ->> 'price')::numeric, 0))
          FROM public.orders, jsonb_array_elements(items) AS item
          GROUP BY 1, 2, 3, 4, 5
        ) h
        LEFT JOIN public.products p USING (product_id);
      COMMENT ON VIEW dash.products_hourly IS
        'Products by the hour of the event. revenue: what was paid for the ordered pieces, in currency; each order counts '
        'once. Views and add to carts have no currency.';

      CREATE VIEW dash.sessions AS
        SELECT s.session_id, s.client_id, s.user_id, s.started_at, s.ended_at, s.started_hour, s.is_resumed,
          way.begins_at AS viewed_at,
          least(way.carted_at, way.checkout_at, step.ordered_at) AS carted_at,
          least(way.checkout_at, step.ordered_at) AS checkout_at,
          step.ordered_at,
          s.events, s.page_views, coalesce(cardinality(told.times), 0) AS orders,
          s.is_first_visit, s.is_bot, s.is_staff, s.login_state, s.device, s.channel,
          s.utm_source, s.utm_medium, s.utm_campaign, s.utm_term, s.utm_content, s.entry_path, s.exit_path
        FROM public.sessions s
        LEFT JOIN (
          SELECT session_id, array_agg(shopper_at) AS times
          FROM public.orders WHERE session_id IS NOT NULL GROUP BY session_id
        ) told USING (session_id)
        CROSS JOIN LATERAL (
          SELECT s.is_resumed AND EXISTS (
            SELECT FROM public.sessions before
            WHERE before.client_id = s.client_id AND before.viewed_at IS NOT NULL
              AND before.started_at < s.started_at AND before.ended_at >= s.started_at - interval '24 hours'
          ) AS goes_on
        ) AS resumption
        CROSS JOIN LATERAL (
          SELECT CASE WHEN goes_on THEN s.started_at ELSE s.viewed_at END AS begins_at,
            CASE WHEN goes_on THEN s.resumed_carted_at ELSE s.carted_at END AS carted_at,
            CASE WHEN goes_on THEN s.resumed_checkout_at ELSE s.checkout_at END AS checkout_at
        ) AS way
        CROSS JOIN LATERAL (
          SELECT CASE WHEN told.times IS NOT NULL THEN
            (SELECT min(at) FROM unnest(told.times) AS at WHERE at >= way.begins_at) END AS ordered_at
        ) AS step;
      COMMENT ON VIEW dash.sessions IS
        'One row a session, with its funnel: a product view, of this session or, when it goes on where the browser had '
        'stopped within a day, of one before; from there on a later step implies the steps before it. orders: placed in it, '
        'each once.';

      CREATE VIEW dash.sessions_hourly AS
        SELECT started_hour AS hour, login_state, is_bot, channel, device,
          count(*) AS sessions,
          count(*) FILTER (WHERE page_views <= 1) AS bounced_sessions,
          count(viewed_at) AS viewed,
          count(carted_at) AS carted,
          count(checkout_at) AS checked_out,
          count(ordered_at) AS ordered,
          sum(page_views)::bigint AS page_views,
          sum(orders)::bigint AS orders,
          count(*) FILTER (WHERE orders > 0) AS ordering_sessions,
          sum(extract(epoch FROM ended_at - started_at)) AS duration_seconds
        FROM dash.sessions
        GROUP BY started_hour, login_state, is_bot, channel, device;
      COMMENT ON VIEW dash.sessions_hourly IS
        'Sessions by the hour in which they began, with the strongest login state that they reached. A session is '
        'bounced when it saw at most one page. ordering_sessions: those in which an order was placed, in the funnel or not.';

      CREATE VIEW dash.session_revenue_hourly AS
        SELECT s.started_hour AS hour, s.login_state, s.is_bot, s.channel, s.device, o.currency,
          count(*) AS orders, sum(o.gross) AS gross
        FROM public.orders o
        JOIN public.sessions s USING (session_id)
        GROUP BY 1, 2, 3, 4, 5, 6;
      COMMENT ON VIEW dash.session_revenue_hourly IS
        'What sessions ordered, by the hour in which they began, and by currency.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW dash.session_revenue_hourly, dash.sessions_hourly, dash.sessions, dash.products_hourly,
        dash.orders_hourly, dash.orders, dash.refunds_hourly, dash.refunds, dash.activity_hourly;
    `);
  }
}
