import type { MigrationInterface, QueryRunner } from 'typeorm';
import { funnelUnitsSql } from './funnel-units';
import { QUICK_FUNNEL_UNITS } from './quick-funnel-units';

/** Links, without those that were undone last. @param isUndone the condition for that */
const linksInForce = (isUndone: string) => `
  CREATE OR REPLACE VIEW dash.identity_links AS
    SELECT client_id, user_id, first_at, last_at, events
    FROM public.identity_links l
    WHERE ${isUndone};`;

/**
 * Answers funnels of the steps of a purchase from an index, and follows only those from step to
 * step who did the second one. Links that were undone are found as a set, since there are few.
 */
export class FollowOnlyWhoGoesOn1796000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX clickstream_events_step ON clickstream_events (event_timestamp)
        INCLUDE (session_id, event_name, context_product_id, user_login_state, is_bot, is_staff, event_id, sequence, client_id, user_id)
        WHERE event_name IN ('product_view', 'add_to_cart_click', 'checkout_start', 'checkout_complete');
      DROP INDEX clickstream_events_product;
      CREATE INDEX identity_audit_undone ON identity_audit (client_id, user_id) WHERE action = 'undone';
    `);
    await runner.query(
      linksInForce(`NOT EXISTS (
        SELECT FROM public.identity_audit a
        WHERE a.action = 'undone' AND a.client_id = l.client_id AND a.user_id = l.user_id AND NOT EXISTS (
          SELECT FROM public.identity_audit later
          WHERE later.client_id = a.client_id AND later.user_id = a.user_id AND later.nth > a.nth))`),
    );
    await runner.query(QUICK_FUNNEL_UNITS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(funnelUnitsSql('CREATE OR REPLACE'));
    await runner.query(
      linksInForce(`'undone' IS DISTINCT FROM (
        SELECT action FROM public.identity_audit a
        WHERE a.client_id = l.client_id AND a.user_id = l.user_id ORDER BY nth DESC LIMIT 1)`),
    );
    await runner.query(`
      DROP FUNCTION dash.funnel_entered_sql, dash.funnel_first_sql, dash.funnel_placed_sql, dash.funnel_is_quick;
      DROP INDEX identity_audit_undone, clickstream_events_step;
      CREATE INDEX clickstream_events_product ON clickstream_events (event_timestamp)
        INCLUDE (session_id, event_name, context_product_id, user_login_state, is_bot, is_staff)
        WHERE event_name IN ('product_view', 'add_to_cart_click');
    `);
  }
}
