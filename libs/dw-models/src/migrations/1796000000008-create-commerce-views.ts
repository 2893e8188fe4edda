import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The views of carts, orders and refunds. Amounts of two currencies are never added up: ADR 0039.
 */
export class CreateCommerceViews1796000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW dash.carts AS
        SELECT cart_id, client_id, session_id,
          coalesce(user_id, dash.user_behind(client_id, last_activity_at)) AS user_id,
          CASE
            WHEN bought_at IS NOT NULL THEN 'bought'
            WHEN emptied_at IS NOT NULL THEN 'emptied'
            WHEN abandons_at < as_of THEN 'abandoned'
            WHEN recovered_at IS NOT NULL THEN 'recovered'
            ELSE 'active'
          END AS state,
          CASE WHEN checkout_at IS NULL THEN 'cart' ELSE 'checkout' END AS stage,
          started_at, last_activity_at, checkout_at, emptied_at,
          CASE WHEN abandons_at < as_of THEN abandons_at END AS abandoned_at,
          recovered_at, bought_at, order_id, value, currency, pieces, events, sessions, shoppers, abandonments,
          is_bot, is_staff OR dash.is_staff(user_id) AS is_staff
        FROM public.carts
        CROSS JOIN (SELECT coalesce((SELECT last_load_at FROM dash.freshness), now()) AS as_of) loaded;
      COMMENT ON VIEW dash.carts IS
        'One row a cart, with its state as of the last load: bought, emptied, abandoned (an hour without activity), '
        'recovered (active again after that), active. stage: how far it came. user_id: of its events, or behind its browser.';

      CREATE VIEW dash.carts_hourly AS
        SELECT date_trunc('hour', started_at, 'UTC') AS hour, state, stage, currency, is_bot, is_staff,
          count(*) AS carts,
          count(recovered_at) AS recovered,
          sum(value) AS value
        FROM dash.carts
        GROUP BY 1, 2, 3, 4, 5, 6;
      COMMENT ON VIEW dash.carts_hourly IS
        'Carts by the hour in which they were begun. recovered: those that went on after having been abandoned, bought or not.';
    `);
    await runner.query(`
      CREATE VIEW dash.refunds AS
        WITH told AS (
          SELECT r.order_id, r.refund_id, r.refunded_at, r.refunded_sequence, r.refunded_event_id, r.told,
            coalesce(r.amount, of_lines.amount) AS amount, r.amount IS NULL AS is_computed, o.gross,
            -- What an order without a currency gives back is in the same, the shop's own; all that is left of one, in its own.
            CASE
              WHEN o.order_id IS NULL THEN r.currency
              WHEN o.currency IS NULL OR coalesce(r.amount, of_lines.amount) IS NULL THEN o.currency
              ELSE coalesce(r.currency, o.currency)
            END AS currency,
            o.currency AS order_currency,
            coalesce(o.login_state, r.login_state) AS login_state,
            coalesce(o.is_bot, r.is_bot) AS is_bot,
            coalesce(o.is_staff OR dash.is_staff(o.user_id), r.is_staff) AS is_staff
          FROM public.refunds r
          LEFT JOIN public.orders o USING (order_id)
          LEFT JOIN LATERAL (
            SELECT coalesce(sum(line.quantity * coalesce(line."discountPrice", line.price, (
              SELECT max(coalesce(bought."discountPrice", bought.price))
              FROM jsonb_to_recordset(o.items) AS bought (id text, price numeric, "discountPrice" numeric)
              WHERE bought.id = line.id))), 0) AS amount
            FROM jsonb_to_recordset(r.items) AS line (id text, quantity numeric, price numeric, "discountPrice" numeric)
          ) AS of_lines ON r.items IS NOT NULL
        ), counted AS (
          -- One without an id is the same as one with an id of that amount: the browser told it, and the server. So is one that
          -- names lines the same as one that names what they came to.
          SELECT *, amount IS NOT NULL AND (refund_id IS NOT NULL OR NOT (
            bool_or(refund_id IS NOT NULL) OVER same OR is_computed AND bool_or(NOT is_computed) OVER same)) AS counts
          FROM told
          WINDOW same AS (PARTITION BY order_id, amount)
        ), left_over AS (
          SELECT *,
            gross - coalesce(sum(amount) FILTER (WHERE counts AND currency IS NOT DISTINCT FROM order_currency)
              OVER (PARTITION BY order_id), 0) AS rest,
            bool_or(counts) OVER (PARTITION BY order_id) AS has_others,
            row_number() OVER (PARTITION BY order_id, amount IS NULL
              ORDER BY refunded_at, coalesce(refunded_sequence, -1), refunded_event_id) AS place
          FROM counted
        )
        SELECT order_id, refund_id, refunded_at, coalesce(amount, greatest(rest, 0), 0) AS amount, currency,
          login_state, is_bot, is_staff, told, refunded_event_id AS event_id
        FROM left_over
        WHERE counts OR amount IS NULL AND place = 1 AND (NOT has_others OR rest > 0);
      COMMENT ON VIEW dash.refunds IS
        'One row a refund, however often it was told. One that names neither an amount nor lines gives back what the others have '
        'left of the order. A refund of an order that was never told is here, and in no order.';

      CREATE VIEW dash.refunds_hourly AS
        SELECT date_trunc('hour', refunded_at, 'UTC') AS hour, login_state, currency, is_bot, is_staff,
          count(*) AS refunds,
          sum(amount) AS refunded
        FROM dash.refunds
        GROUP BY 1, 2, 3, 4, 5;
      COMMENT ON VIEW dash.refunds_hourly IS
        'Refunds by the hour in which they were made. orders_hourly has them by the hour of their order.';
    `);
    await runner.query(`
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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW dash.orders_hourly, dash.orders, dash.refunds_hourly, dash.refunds, dash.carts_hourly, dash.carts;
    `);
  }
}
