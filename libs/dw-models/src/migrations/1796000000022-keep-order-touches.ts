import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CreateAttribution1796000000012 } from './1796000000012-create-attribution';

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
    await runner.query(RENEW);
    await runner.query(FIND_AND_RENEW);
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

/** For indexes alone: tables that have just been filled have no statistics. */
const BY_INDEX = 'SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off';

const RENEW = `
  CREATE FUNCTION renew_order_touches(order_ids text[]) RETURNS void
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

const FIND_AND_RENEW = `
  CREATE FUNCTION renew_touched_orders(
    changed_orders text[], changed_sessions text[],
    clients text[], since timestamptz[], until timestamptz[], users text[]
  ) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER ${BY_INDEX} AS $$
  BEGIN
    PERFORM renew_order_touches((
      WITH period AS (
        SELECT client_id, after, before + interval '720 hours' AS before
        FROM unnest(clients, since, until) AS period (client_id, after, before)
      )
      SELECT array_agg(order_id)
      FROM (
        SELECT unnest(changed_orders) AS order_id
        UNION
        SELECT order_id FROM public.orders WHERE session_id = ANY(changed_sessions)
        UNION
        SELECT o.order_id FROM period p
        JOIN public.orders o ON o.client_id = p.client_id AND o.placed_at > p.after AND o.placed_at <= p.before
        UNION
        SELECT t.order_id FROM period p
        JOIN public.identity_links l ON l.client_id = p.client_id
        JOIN public.order_touches t ON t.place = 1 AND t.buyer = l.user_id AND t.placed_at > p.after AND t.placed_at <= p.before
        UNION
        SELECT order_id FROM public.order_touches WHERE place = 1 AND buyer = ANY(users)
      ) AS touched
    ));
  END $$;
  COMMENT ON FUNCTION renew_touched_orders IS
    'Renews the visits of orders that may have changed: these, those placed in these sessions, those of browsers on which '
    'something changed after since and up to until, and of whoever signed in there, and those of these buyers.';
  REVOKE ALL ON FUNCTION renew_touched_orders FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION renew_touched_orders TO etl_writer;`;

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
