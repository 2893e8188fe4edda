import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CreateAttribution1796000000012 } from './1796000000012-create-attribution';
import { RENEW_TOUCHED_ORDERS } from './order-touches/find-touched-orders';
import { RENEW_ORDER_TOUCHES } from './order-touches/renew-order-touches';

/** Keeps the visits of each order and their credits as facts: no dashboard computes them. */
export class KeepOrderTouches1796000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW dash.order_credits, dash.order_touches;
      CREATE TABLE order_touches (
        order_id text NOT NULL,
        place integer NOT NULL,
        touches integer NOT NULL,
        last_known integer NOT NULL,
        placed_at timestamptz NOT NULL,
        login_state text,
        currency text,
        is_bot boolean NOT NULL,
        is_staff boolean NOT NULL,
        user_id text,
        buyer text,
        net numeric NOT NULL,
        session_id text,
        started_at timestamptz,
        channel text NOT NULL,
        utm_source text,
        utm_medium text,
        utm_campaign text,
        position_share double precision NOT NULL,
        time_decay_share double precision NOT NULL,
        linear_net numeric NOT NULL,
        position_net numeric NOT NULL,
        time_decay_net numeric NOT NULL,
        CONSTRAINT order_touches_pkey PRIMARY KEY (order_id, place)
      );
      CREATE INDEX order_touches_placed ON order_touches (placed_at);
      CREATE INDEX order_touches_buyer ON order_touches (buyer, placed_at) WHERE place = 1 AND buyer IS NOT NULL;
      CREATE INDEX orders_client ON orders (client_id, placed_at) WHERE client_id IS NOT NULL;
      COMMENT ON COLUMN order_touches.user_id IS 'Who was signed in when the order was placed; the buyer may be known all the same.';
      GRANT SELECT, INSERT, UPDATE, DELETE ON order_touches TO etl_writer;
    `);
    await runner.query(RENEW_ORDER_TOUCHES);
    await runner.query(RENEW_TOUCHED_ORDERS);
    await runner.query(VIEWS);
    await runner.query(changeLink(`PERFORM pg_advisory_xact_lock(${FACTS_LOCK});`, RENEW_LINK));
    await runner.query('SELECT renew_order_touches(array_agg(order_id)) FROM orders');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW dash.order_credits, dash.order_touches;
      ${changeLink('', '')}
      DROP FUNCTION renew_touched_orders, renew_order_touches;
      DROP TABLE order_touches;
      DROP INDEX orders_client, sessions_client, identity_links_user;
      CREATE INDEX sessions_viewer ON sessions (client_id, started_at) WHERE viewed_at IS NOT NULL;
    `);
    await new CreateAttribution1796000000012().up(runner);
  }
}

/** The lock of whoever changes facts: libs/warehouse-load. */
const FACTS_LOCK = 7_215_002;

const RENEW_LINK = `PERFORM renew_touched_orders('{}', '{}', ARRAY[client], '{-infinity}', '{infinity}', ARRAY[usr]);`;

/** The function behind undo_identity_link and restore_identity_link. */
const changeLink = (before: string, after: string) => `
  CREATE OR REPLACE FUNCTION change_identity_link(client text, usr text, change text, why text) RETURNS boolean
  LANGUAGE plpgsql AS $$
  DECLARE
    latest identity_audit;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('change_identity_link'));
    ${before}
    SELECT * INTO latest FROM identity_audit a
      WHERE a.client_id = client AND a.user_id = usr ORDER BY nth DESC LIMIT 1;
    IF latest IS NULL OR (latest.action = 'undone') = (change = 'undone') THEN
      RETURN false;
    END IF;
    INSERT INTO identity_audit (client_id, user_id, nth, action, reason)
      VALUES (client, usr, latest.nth + 1, change, why);
    ${after}
    RETURN true;
  END $$;`;

const VIEWS = `
  CREATE VIEW dash.order_touches AS
    SELECT order_id, placed_at, login_state, currency, is_bot,
      is_staff OR coalesce(t.user_id IN (SELECT listed.user_id FROM public.staff_users listed), false) AS is_staff,
      net, session_id, started_at, channel, utm_source, utm_medium, utm_campaign,
      place::bigint AS place, touches::bigint AS touches, last_known::bigint AS last_known
    FROM public.order_touches t;
  COMMENT ON VIEW dash.order_touches IS
    'The visits of the buyer in the 30 days before each order, and the visit of the order itself, in the order of time: on '
    'all browsers of a buyer who is known, and on the browser of the order without the visits of other users. '
    'An order without any has one row, of channel unknown. last_known: the last visit that was not direct.';

  CREATE VIEW dash.order_credits AS
    SELECT order_id, placed_at, login_state, currency, is_bot,
      is_staff OR coalesce(t.user_id IN (SELECT listed.user_id FROM public.staff_users listed), false) AS is_staff,
      model.model, place::bigint AS place, touches::bigint AS touches, session_id, started_at,
      channel, utm_source, utm_medium, utm_campaign, model.orders, model.net
    FROM public.order_touches t
    CROSS JOIN LATERAL (VALUES
      ('first', CASE WHEN place = 1 THEN 1.0::double precision ELSE 0 END, net),
      ('last', CASE WHEN place = touches THEN 1 ELSE 0 END, net),
      ('last_non_direct', CASE WHEN place = last_known THEN 1 ELSE 0 END, net),
      ('linear', 1.0::double precision / touches, linear_net),
      ('position', position_share, position_net),
      ('time_decay', time_decay_share, time_decay_net)
    ) AS model (model, orders, net)
    WHERE model.orders > 0;
  COMMENT ON VIEW dash.order_credits IS
    'What each attribution model credits a visit with: its share of the order, and of the net amount. The shares of an '
    'order add up to 1 for each model, and the amounts to its net amount.';
`;
