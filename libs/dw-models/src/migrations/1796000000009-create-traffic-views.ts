import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL_SESSIONS, FUNNEL_STEPS, sessionFunnel } from './visits/session-funnel';

/**
 * In SQL, the condition that a row of a table is by staff. A set, since a function would be called
 * for each row.
 */
const isStaff = (table: string) =>
  `is_staff OR coalesce(${table}.user_id IN (SELECT listed.user_id FROM public.staff_users listed), false)`;

/** The views of traffic: events, products, and sessions with their funnel (ADR 0040). */
export class CreateTrafficViews1796000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW dash.activity_hourly AS
        SELECT hour, event_name, login_state, is_bot, events::bigint AS events, is_staff
        FROM public.activity_hourly;
      COMMENT ON VIEW dash.activity_hourly IS
        'Events by the hour in which they happened and the login state that each carries. Orders, which may be told '
        'more than once, are in orders_hourly.';

      CREATE VIEW dash.sender_faults AS
        SELECT hour, sender, fault, events::bigint AS events FROM public.sender_faults;
      COMMENT ON VIEW dash.sender_faults IS
        'Events by the hour in which they were received, their sender, and what had to be put right in them or left out, '
        'as field: fault. An event with two faults is in two rows.';
    `);
    await runner.query(`
      CREATE VIEW dash.products_hourly AS
        SELECT h.hour, h.product_id, coalesce(p.product_name, h.product_id) AS product_name, p.category, p.brand,
          h.login_state, h.is_bot, h.currency, h.views, h.add_to_carts, h.units_ordered, h.revenue, h.is_staff
        FROM (
          SELECT hour, product_id, login_state, is_bot, NULL AS currency, views::bigint AS views,
            add_to_carts::bigint AS add_to_carts, 0::bigint AS units_ordered, 0::numeric AS revenue, is_staff
          FROM public.products_hourly
          UNION ALL
          SELECT hour, item ->> 'id', login_state, is_bot, currency, 0, 0,
            sum((item ->> 'quantity')::bigint)::bigint,
            sum((item ->> 'quantity')::numeric
              * coalesce((item ->> 'discountPrice')::numeric, (item ->> 'price')::numeric, 0)), is_staff
          FROM (
            SELECT date_trunc('hour', placed_at, 'UTC') AS hour, login_state, is_bot, currency, items, ${isStaff('orders')} AS is_staff
            FROM public.orders
          ) AS placed, jsonb_array_elements(items) AS item
          GROUP BY 1, 2, 3, 4, 5, is_staff
        ) h
        LEFT JOIN public.products p USING (product_id);
      COMMENT ON VIEW dash.products_hourly IS
        'Products by the hour of the event. revenue: what was paid for the ordered pieces, in currency; each order counts '
        'once. Views and add to carts have no currency.';
    `);
    await runner.query(`
      CREATE VIEW dash.sessions AS
        SELECT s.session_id, s.client_id, s.user_id, s.started_at, s.ended_at, s.started_hour, s.is_resumed,
          ${FUNNEL_STEPS},
          s.events, s.page_views, coalesce(cardinality(told.times), 0) AS orders,
          s.is_first_visit, s.is_bot, s.is_staff, s.login_state, s.device, s.channel,
          s.utm_source, s.utm_medium, s.utm_campaign, s.utm_term, s.utm_content, s.entry_path, s.exit_path
        ${sessionFunnel(ALL_SESSIONS)};
      COMMENT ON VIEW dash.sessions IS
        'One row a session, with its funnel: a product view, of this session or, when it goes on where the browser had '
        'stopped within a day, of one before; from there on a later step implies the steps before it. orders: placed in it, '
        'each once.';
    `);
    await runner.query(`
      CREATE VIEW dash.sessions_hourly AS
        SELECT hour, login_state, is_bot, channel, device,
          count(*) AS sessions,
          count(*) FILTER (WHERE page_views <= 1) AS bounced_sessions,
          count(viewed_at) AS viewed,
          count(carted_at) AS carted,
          count(checkout_at) AS checked_out,
          count(ordered_at) AS ordered,
          sum(page_views)::bigint AS page_views,
          sum(orders)::bigint AS orders,
          count(*) FILTER (WHERE orders > 0) AS ordering_sessions,
          sum(extract(epoch FROM ended_at - started_at)) AS duration_seconds, is_staff
        FROM (
          SELECT started_hour AS hour, login_state, is_bot, channel, device, page_views, viewed_at, carted_at, checkout_at,
            ordered_at, orders, started_at, ended_at, ${isStaff('sessions')} AS is_staff
          FROM dash.sessions
        ) AS begun
        GROUP BY hour, login_state, is_bot, channel, device, is_staff;
      COMMENT ON VIEW dash.sessions_hourly IS
        'Sessions by the hour in which they began, with the strongest login state that they reached. A session is '
        'bounced when it saw at most one page. ordering_sessions: those in which an order was placed, in the funnel or not.';

      CREATE VIEW dash.session_visitors AS
        SELECT started_hour AS hour, login_state, is_bot, client_id, ${isStaff('sessions')} AS is_staff
        FROM public.sessions;
      COMMENT ON VIEW dash.session_visitors IS
        'One row a session: the browser it came from, with the hour in which it began and the strongest login state '
        'that it reached. Visitors are the different client ids of the chosen rows.';

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
      DROP VIEW dash.session_revenue_hourly, dash.session_visitors, dash.sessions_hourly, dash.sessions,
        dash.products_hourly, dash.sender_faults, dash.activity_hourly;
    `);
  }
}
