import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As it was until orders were counted once (1763900000041). */
export const ORDERS_VIEW = `
  CREATE VIEW dash.orders AS
    SELECT o.order_id, o.placed_at, o.client_id, o.session_id,
      coalesce(o.user_id, dash.user_behind(o.client_id, o.placed_at)) AS user_id,
      o.user_id IS NOT NULL AS was_signed_in,
      o.login_state,
      coalesce(o.cart_id, (SELECT min(c.cart_id) FROM public.carts c WHERE c.order_id = o.order_id)) AS cart_id,
      o.currency, o.gross, o.refunded, greatest(o.gross - o.refunded, 0) AS net, o.tax, o.shipping, o.pieces,
      o.refunds, o.refunded_at, o.completions, o.is_bot,
      o.is_staff OR dash.is_staff(o.user_id) AS is_staff
    FROM public.orders o
    WHERE o.placed_at IS NOT NULL;
  COMMENT ON VIEW dash.orders IS
    'One row an order, however often its completion was told. net: gross less what was refunded, never below 0. '
    'Refunds of orders that were never told are in public.orders alone.'
`.trim();

/** As it was until orders were counted once (1763900000041). */
export const ORDERS_HOURLY_VIEW = `
  CREATE VIEW dash.orders_hourly AS
    SELECT date_trunc('hour', placed_at, 'UTC') AS hour, login_state, currency, is_bot,
      is_staff OR dash.is_staff(user_id) AS is_staff,
      count(*) AS orders,
      count(*) FILTER (WHERE refunds > 0) AS refunded_orders,
      sum(pieces)::bigint AS pieces,
      sum(gross) AS gross,
      sum(refunded) AS refunded,
      sum(greatest(gross - refunded, 0)) AS net
    FROM public.orders
    WHERE placed_at IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5;
  COMMENT ON VIEW dash.orders_hourly IS
    'Orders, each once, by the hour in which they were placed; a refund counts in the hour of its order.'
`.trim();

/** Carts and orders as people read them: with their state, and with the user behind an anonymous browser. */
export class CreateCommerceViews1763900000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE staff_users (
        user_id text NOT NULL,
        note text,
        CONSTRAINT staff_users_pkey PRIMARY KEY (user_id)
      );

      CREATE FUNCTION dash.is_staff(usr text) RETURNS boolean
      LANGUAGE sql STABLE AS $$ SELECT EXISTS (SELECT FROM public.staff_users s WHERE s.user_id = usr) $$;
      COMMENT ON FUNCTION dash.is_staff IS 'Whether staff_users lists the user.';

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

      ${ORDERS_VIEW};

      ${ORDERS_HOURLY_VIEW};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW dash.orders_hourly, dash.orders, dash.carts_hourly, dash.carts;
      DROP FUNCTION dash.is_staff;
      DROP TABLE staff_users;
    `);
  }
}
