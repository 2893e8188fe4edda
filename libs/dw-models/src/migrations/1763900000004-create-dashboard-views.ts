import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As it was until orders were counted once (1763900000041). */
export const ACTIVITY_HOURLY_VIEW = `
  CREATE VIEW dash.activity_hourly AS
    SELECT hour, event_name, login_state, is_bot, events::bigint AS events, revenue
    FROM public.activity_hourly;
  COMMENT ON VIEW dash.activity_hourly IS
    'Events by the hour in which they happened and the login state that each carries. revenue: of '
    'checkout_complete only, gross.'
`.trim();

/** As it was until orders were counted once (1763900000041). */
export const SESSIONS_HOURLY_VIEW = `
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
      sum(revenue) AS revenue,
      sum(extract(epoch FROM ended_at - started_at)) AS duration_seconds
    FROM public.sessions
    GROUP BY started_hour, login_state, is_bot, channel, device;
  COMMENT ON VIEW dash.sessions_hourly IS
    'Sessions by the hour in which they began, with the strongest login state that they reached. A session is '
    'bounced when it saw at most one page. Each funnel step counts only after the step before it.'
`.trim();

/** As it was until orders were counted once (1763900000041). */
export const PRODUCTS_HOURLY_VIEW = `
  CREATE VIEW dash.products_hourly AS
    SELECT h.hour, h.product_id, coalesce(p.product_name, h.product_id) AS product_name, p.category, p.brand,
      h.login_state, h.is_bot, h.views::bigint AS views, h.add_to_carts::bigint AS add_to_carts,
      h.units_ordered, h.revenue
    FROM public.products_hourly h
    LEFT JOIN public.products p USING (product_id);
  COMMENT ON VIEW dash.products_hourly IS
    'Products by the hour of the event. revenue: what was paid for the ordered pieces.'
`.trim();

/** Schema `dash`: the views that dashboards read. Their columns are a contract with tools/shiny. */
export class CreateDashboardViews1763900000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA dash;

      ${ACTIVITY_HOURLY_VIEW};

      ${SESSIONS_HOURLY_VIEW};

      ${PRODUCTS_HOURLY_VIEW};

      CREATE VIEW dash.freshness AS
        SELECT
          (SELECT data_until FROM public.etl_runs ORDER BY run_id DESC LIMIT 1) AS data_until,
          (SELECT finished_at FROM public.etl_runs WHERE finished_at IS NOT NULL ORDER BY run_id DESC LIMIT 1)
            AS last_load_at,
          (SELECT coalesce(sum(events), 0)::bigint FROM public.activity_hourly) AS events,
          (SELECT count(*) FROM public.etl_quarantine WHERE resolved_at IS NULL) AS quarantined;
      COMMENT ON VIEW dash.freshness IS
        'One row. data_until: the newest time of receipt that is loaded; last_load_at: when a run last came to its end.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA dash CASCADE');
  }
}
