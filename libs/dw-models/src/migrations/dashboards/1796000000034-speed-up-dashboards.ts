import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ordersView } from './orders-view';

/**
 * Serves the questions of the dashboards, also for one channel, campaign or device, from indexes:
 * page views and products with the session of each event, sessions by the time that they span,
 * and orders by session. What an order came to after refunds is kept with its visits.
 */
export class SpeedUpDashboards1796000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX clickstream_events_page_view ON clickstream_events (event_timestamp)
        INCLUDE (session_id, user_login_state, is_bot, is_staff) WHERE event_name = 'page_view';
      CREATE INDEX clickstream_events_product ON clickstream_events (event_timestamp)
        INCLUDE (session_id, event_name, context_product_id, user_login_state, is_bot, is_staff)
        WHERE event_name IN ('product_view', 'add_to_cart_click');
      CREATE INDEX sessions_time ON sessions USING brin (started_hour, ended_at) WITH (pages_per_range = 32);
      DROP INDEX orders_session;
      CREATE INDEX orders_session ON orders (session_id) INCLUDE (shopper_at) WHERE session_id IS NOT NULL;
    `);
    await runner.query(ordersView('kept'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(ordersView('computed'));
    await runner.query(`
      DROP INDEX clickstream_events_page_view, clickstream_events_product, sessions_time, orders_session;
      CREATE INDEX orders_session ON orders (session_id) WHERE session_id IS NOT NULL;
    `);
  }
}
