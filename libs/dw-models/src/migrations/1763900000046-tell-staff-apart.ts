import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever staff_users lists, as a set: a function would be called for each row. */
const isListed = (user: string) =>
  `coalesce(${user} IN (SELECT listed.user_id FROM public.staff_users listed), false)`;

/**
 * The views that count by the hour, as they were (1763900000006 and 1763900000042), or with a last column for staff.
 *
 * @param create the words before VIEW
 */
const views = (create: string, hasStaff: boolean) => {
  const staff = (column: string) => (hasStaff ? `, ${column}` : '');
  const staffOf = (table: string) => staff(`is_staff OR ${isListed(`${table}.user_id`)} AS is_staff`);
  return `
    ${create} VIEW dash.activity_hourly AS
      SELECT hour, event_name, login_state, is_bot, events::bigint AS events${staff('is_staff')}
      FROM public.activity_hourly;

    ${create} VIEW dash.products_hourly AS
      SELECT h.hour, h.product_id, coalesce(p.product_name, h.product_id) AS product_name, p.category, p.brand,
        h.login_state, h.is_bot, h.currency, h.views, h.add_to_carts, h.units_ordered, h.revenue${staff('h.is_staff')}
      FROM (
        SELECT hour, product_id, login_state, is_bot, NULL AS currency, views::bigint AS views,
          add_to_carts::bigint AS add_to_carts, 0::bigint AS units_ordered, 0::numeric AS revenue${staff('is_staff')}
        FROM public.products_hourly
        UNION ALL
        SELECT hour, item ->> 'id', login_state, is_bot, currency, 0, 0,
          sum((item ->> 'quantity')::bigint)::bigint,
          sum((item ->> 'quantity')::numeric
            * coalesce((item ->> 'discountPrice')::numeric, (item ->> 'price')::numeric, 0))${staff('is_staff')}
        FROM (
          SELECT date_trunc('hour', placed_at, 'UTC') AS hour, login_state, is_bot, currency, items${staffOf('orders')}
          FROM public.orders
        ) AS placed, jsonb_array_elements(items) AS item
        GROUP BY 1, 2, 3, 4, 5${staff('is_staff')}
      ) h
      LEFT JOIN public.products p USING (product_id);

    ${create} VIEW dash.sessions_hourly AS
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
        sum(extract(epoch FROM ended_at - started_at)) AS duration_seconds${staff('is_staff')}
      FROM (
        SELECT started_hour AS hour, login_state, is_bot, channel, device, page_views, viewed_at, carted_at, checkout_at,
          ordered_at, orders, started_at, ended_at${staffOf('sessions')}
        FROM dash.sessions
      ) AS begun
      GROUP BY hour, login_state, is_bot, channel, device${staff('is_staff')};

    ${create} VIEW dash.session_visitors AS
      SELECT started_hour AS hour, login_state, is_bot, client_id${staffOf('sessions')}
      FROM public.sessions;
  `;
};

/**
 * Tells what the shop's own people do apart by the hour, so that dashboards can leave it out. Until facts of before are
 * computed anew, which the next load does, they count as those of shoppers.
 */
export class TellStaffApart1763900000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE activity_hourly ADD COLUMN is_staff boolean NOT NULL DEFAULT false,
        DROP CONSTRAINT activity_hourly_pkey,
        ADD CONSTRAINT activity_hourly_pkey PRIMARY KEY (hour, event_name, login_state, is_bot, is_staff);
      ALTER TABLE activity_hourly ALTER COLUMN is_staff DROP DEFAULT;
      ALTER TABLE products_hourly ADD COLUMN is_staff boolean NOT NULL DEFAULT false,
        DROP CONSTRAINT products_hourly_pkey,
        ADD CONSTRAINT products_hourly_pkey PRIMARY KEY (hour, product_id, login_state, is_bot, is_staff);
      ALTER TABLE products_hourly ALTER COLUMN is_staff DROP DEFAULT;
      ${views('CREATE OR REPLACE', true)}
    `);
  }

  /** The hours are not added up again: the next load of the older code computes them anew. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW dash.activity_hourly, dash.products_hourly, dash.sessions_hourly, dash.session_visitors;
      TRUNCATE activity_hourly, products_hourly;
      UPDATE facts_state SET version = 0;
      ALTER TABLE activity_hourly DROP COLUMN is_staff,
        ADD CONSTRAINT activity_hourly_pkey PRIMARY KEY (hour, event_name, login_state, is_bot);
      ALTER TABLE products_hourly DROP COLUMN is_staff,
        ADD CONSTRAINT products_hourly_pkey PRIMARY KEY (hour, product_id, login_state, is_bot);
      ${views('CREATE', false)}
    `);
  }
}
