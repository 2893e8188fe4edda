import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists of products by hour: how often each was shown, and what was chosen in it. A view of a list
 * is one row, not one for each product: ADR 0080. A warehouse without events has no older facts.
 */
export class CreateLists1796000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE lists_hourly (
        hour timestamptz NOT NULL,
        list text NOT NULL,
        position integer NOT NULL,
        shown integer NOT NULL,
        login_state text NOT NULL,
        is_bot boolean NOT NULL,
        is_staff boolean NOT NULL,
        views integer NOT NULL,
        clicks integer NOT NULL,
        add_to_carts integer NOT NULL,
        CONSTRAINT lists_hourly_pkey PRIMARY KEY (hour, list, position, shown, login_state, is_bot, is_staff)
      );
      COMMENT ON COLUMN lists_hourly.position IS
        'Of a view, the position of its first product; else of the product that was chosen, 0 if unknown.';
      COMMENT ON COLUMN lists_hourly.shown IS 'Products in each of the views; 0 in rows of choices.';
      GRANT SELECT, INSERT, UPDATE, DELETE ON lists_hourly TO etl_writer;
      UPDATE facts_state SET version = 7 WHERE NOT EXISTS (SELECT FROM clickstream_events);
    `);
    await runner.query(`
      CREATE VIEW dash.lists_hourly AS
        SELECT hour, list, position, shown, login_state, is_bot, is_staff, NULL AS currency, views::bigint AS views,
          clicks::bigint AS clicks, add_to_carts::bigint AS add_to_carts, 0::bigint AS lines_ordered, 0::numeric AS revenue
        FROM public.lists_hourly
        UNION ALL
        SELECT hour, item ->> 'list', coalesce((item ->> 'position')::integer, 0), 0, login_state, is_bot, is_staff, currency,
          0, 0, 0, count(*),
          sum((item ->> 'quantity')::numeric
            * coalesce((item ->> 'discountPrice')::numeric, (item ->> 'price')::numeric, 0))
        FROM (
          SELECT date_trunc('hour', placed_at, 'UTC') AS hour, login_state, is_bot, currency, items,
            is_staff OR coalesce(orders.user_id IN (SELECT listed.user_id FROM public.staff_users listed), false) AS is_staff
          FROM public.orders
        ) AS placed, jsonb_array_elements(items) AS item
        WHERE item ->> 'list' IS NOT NULL
        GROUP BY 1, 2, 3, login_state, is_bot, is_staff, currency;
      COMMENT ON VIEW dash.lists_hourly IS
        'Lists of products by the hour of the event. A row of views stands for the positions from position on, shown of them. '
        'lines_ordered: lines of orders whose product was chosen at that position, each order once; revenue: what was paid for them.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW dash.lists_hourly;
      DROP TABLE lists_hourly;
    `);
  }
}
