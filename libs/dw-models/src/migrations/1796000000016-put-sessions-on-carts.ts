import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The views of carts. @param ofSession further columns: the session in which a cart was begun */
const cartsViews = (ofSession: string) => `
  CREATE OR REPLACE VIEW dash.carts AS
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
      is_bot,
      -- A set, since a function would be called for each row.
      is_staff OR coalesce(carts.user_id IN (SELECT listed.user_id FROM public.staff_users listed), false) AS is_staff${ofSession}
    FROM public.carts
    CROSS JOIN (SELECT coalesce((SELECT last_load_at FROM dash.freshness), now()) AS as_of) loaded;
  COMMENT ON VIEW dash.carts IS
    'One row a cart, with its state as of the last load: bought, emptied, abandoned (an hour without activity), '
    'recovered (active again after that), active. stage: how far it came. user_id: of its events, or behind its browser.';

  CREATE OR REPLACE VIEW dash.carts_hourly AS
    SELECT date_trunc('hour', started_at, 'UTC') AS hour, state, stage, currency, is_bot, is_staff,
      count(*) AS carts,
      count(recovered_at) AS recovered,
      sum(value) AS value
    FROM dash.carts
    GROUP BY 1, 2, 3, 4, 5, 6;
  COMMENT ON VIEW dash.carts_hourly IS
    'Carts by the hour in which they were begun. recovered: those that went on after having been abandoned, bought or not.';
`;

/** Puts on each cart what its first session says: whoever counts carts reads no sessions. */
export class PutSessionsOnCarts1796000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE carts ADD COLUMN device text, ADD COLUMN channel text, ADD COLUMN login_state text;
      UPDATE carts SET device = s.device, channel = s.channel, login_state = s.login_state
        FROM sessions s WHERE s.session_id = carts.session_id;
      CREATE INDEX carts_session ON carts (session_id) WHERE session_id IS NOT NULL;
      ${cartsViews(`,
        coalesce(device, 'unknown') AS device, coalesce(channel, 'unknown') AS channel,
        coalesce(login_state, 'unknown') AS login_state`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW dash.carts_hourly, dash.carts;
      ALTER TABLE carts DROP COLUMN device, DROP COLUMN channel, DROP COLUMN login_state;
      DROP INDEX carts_session;
      ${cartsViews('')}
    `);
  }
}
