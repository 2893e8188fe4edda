import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  ACTIVITY_HOURLY_VIEW,
  PRODUCTS_HOURLY_VIEW,
  SESSIONS_HOURLY_VIEW,
} from './1763900000004-create-dashboard-views';
import { ORDERS_HOURLY_VIEW, ORDERS_VIEW } from './1763900000013-create-commerce-views';
import { COMPARE_OBJECTS_AND_FACTS } from './1763900000022-check-objects-and-facts';

const TOLD_BEFORE = '(SELECT sum(completions + refunds) FROM public.orders)';
const TOLD_NOW =
  '(SELECT sum(told) FROM (SELECT completions AS told FROM public.orders UNION ALL SELECT told FROM public.refunds) AS told)';

/**
 * Orders have one home, table `orders`, and refunds theirs: sessions and roll-ups keep no sums of money any more, which
 * counted an order as often as it was told and added up currencies. The views put them together.
 */
export class CountOrdersOnce1763900000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW dash.orders_hourly, dash.orders, dash.products_hourly, dash.sessions_hourly, dash.activity_hourly;

      CREATE TABLE refunds (
        order_id text NOT NULL,
        refund_key text NOT NULL,
        refund_id text,
        amount numeric,
        currency text,
        refunded_at timestamptz NOT NULL,
        refunded_sequence integer,
        refunded_event_id uuid NOT NULL,
        login_state text NOT NULL,
        is_bot boolean NOT NULL,
        is_staff boolean NOT NULL,
        told integer NOT NULL,
        CONSTRAINT refunds_pkey PRIMARY KEY (order_id, refund_key)
      );
      COMMENT ON TABLE refunds IS
        'One row for each refund of an order, as it was told first: by its id, or by its amount where it has none.';
      GRANT SELECT, INSERT, UPDATE, DELETE ON refunds TO etl_writer;
      GRANT SELECT ON refunds TO shiny_ro;

      ALTER TABLE orders
        ADD COLUMN shopper_at timestamptz,
        ADD COLUMN shopper_sequence integer,
        ADD COLUMN shopper_event_id uuid,
        ADD COLUMN items jsonb;
      COMMENT ON COLUMN orders.shopper_at IS
        'When the completion was told that says who ordered: the first one with a session, else with a browser or a cart.';
      CREATE INDEX orders_session ON orders (session_id) WHERE session_id IS NOT NULL;

      ALTER TABLE sessions
        ADD COLUMN is_resumed boolean NOT NULL DEFAULT false,
        ADD COLUMN resumed_carted_at timestamptz,
        ADD COLUMN resumed_checkout_at timestamptz;
      ALTER TABLE sessions ALTER COLUMN is_resumed DROP DEFAULT;
      COMMENT ON COLUMN sessions.is_resumed IS
        'It begins with a step of a purchase, before it views anything: the page is that of a session before.';
      CREATE INDEX sessions_viewer ON sessions (client_id, started_at) WHERE viewed_at IS NOT NULL;
    `);
    await runner.query(COMPARE_OBJECTS_AND_FACTS.replace(TOLD_BEFORE, TOLD_NOW));
    await runner.query(`
      ALTER TABLE orders DROP COLUMN refunds, DROP COLUMN refunded, DROP COLUMN refunded_at;
      DELETE FROM orders WHERE placed_at IS NULL;
      ALTER TABLE orders ALTER COLUMN placed_at SET NOT NULL;
      ALTER TABLE sessions DROP COLUMN ordered_at, DROP COLUMN orders, DROP COLUMN revenue;
      ALTER TABLE activity_hourly DROP COLUMN revenue;
      ALTER TABLE products_hourly DROP COLUMN units_ordered, DROP COLUMN revenue;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE products_hourly
        ADD COLUMN units_ordered bigint NOT NULL DEFAULT 0, ADD COLUMN revenue numeric NOT NULL DEFAULT 0;
      ALTER TABLE activity_hourly ADD COLUMN revenue numeric NOT NULL DEFAULT 0;
      ALTER TABLE sessions ADD COLUMN ordered_at timestamptz, ADD COLUMN orders integer NOT NULL DEFAULT 0,
        ADD COLUMN revenue numeric NOT NULL DEFAULT 0;
      ALTER TABLE orders ALTER COLUMN placed_at DROP NOT NULL, ADD COLUMN refunds integer NOT NULL DEFAULT 0,
        ADD COLUMN refunded numeric NOT NULL DEFAULT 0, ADD COLUMN refunded_at timestamptz;
    `);
    await runner.query(COMPARE_OBJECTS_AND_FACTS);
    await runner.query(`
      DROP INDEX sessions_viewer;
      ALTER TABLE sessions DROP COLUMN resumed_checkout_at, DROP COLUMN resumed_carted_at, DROP COLUMN is_resumed;
      DROP INDEX orders_session;
      ALTER TABLE orders DROP COLUMN items, DROP COLUMN shopper_event_id, DROP COLUMN shopper_sequence,
        DROP COLUMN shopper_at;
      DROP TABLE refunds;
      ${ACTIVITY_HOURLY_VIEW};
      ${SESSIONS_HOURLY_VIEW};
      ${PRODUCTS_HOURLY_VIEW};
      ${ORDERS_VIEW};
      ${ORDERS_HOURLY_VIEW};
    `);
  }
}
