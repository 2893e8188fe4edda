import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that led to each order, and the credit that each attribution model gives them. */
export class CreateAttribution1796000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Visits of a browser, with a product or without: it serves whoever asked the one of those with a product.
      CREATE INDEX sessions_client ON sessions (client_id, started_at);
      DROP INDEX sessions_viewer;
      CREATE INDEX identity_links_user ON identity_links (user_id);

      CREATE VIEW dash.order_touches AS
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
          in_time AS (of_order ORDER BY nth);
      COMMENT ON VIEW dash.order_touches IS
        'The visits of the buyer in the 30 days before each order, and the visit of the order itself, in the order of time: on '
        'all browsers of a buyer who is known, and on the browser of the order without the visits of other users. '
        'An order without any has one row, of channel unknown. last_known: the last visit that was not direct.';
    `);
    await runner.query(`
      CREATE VIEW dash.order_credits AS
        WITH weighed AS (
          SELECT t.*, model.model, model.weight,
            sum(model.weight) OVER (of_order ORDER BY place) AS weight_so_far,
            sum(model.weight) OVER of_order AS weights
          FROM dash.order_touches t
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
        WHERE weight > 0;
      COMMENT ON VIEW dash.order_credits IS
        'What each attribution model credits a visit with: its share of the order, and of the net amount. The shares of an '
        'order add up to 1 for each model, and the amounts to its net amount.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW dash.order_credits, dash.order_touches;
      CREATE INDEX sessions_viewer ON sessions (client_id, started_at) WHERE viewed_at IS NOT NULL;
      DROP INDEX sessions_client;
      DROP INDEX identity_links_user;
    `);
  }
}
