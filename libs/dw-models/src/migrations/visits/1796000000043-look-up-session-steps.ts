import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DEPENDING_SESSIONS, FUNNEL_STEPS, sessionFunnel } from './session-funnel';

/** Gives the steps of the few sessions that `visits_hourly` cannot count by themselves. */
export class LookUpSessionSteps1796000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION dash.depending_sessions(since timestamptz, until timestamptz) RETURNS TABLE (
        session_id text, user_id text, started_hour timestamptz, is_bot boolean, is_staff boolean, login_state text,
        device text, channel text, orders integer, own_viewed_at timestamptz, own_carted_at timestamptz,
        own_checkout_at timestamptz, viewed_at timestamptz, carted_at timestamptz, checkout_at timestamptz,
        ordered_at timestamptz
      ) LANGUAGE sql STABLE AS $$
        SELECT s.session_id, s.user_id, s.started_hour, s.is_bot, s.is_staff, s.login_state, s.device, s.channel,
          coalesce(cardinality(told.times), 0), s.viewed_at, coalesce(s.carted_at, s.checkout_at), s.checkout_at,
          ${FUNNEL_STEPS}
        ${sessionFunnel(DEPENDING_SESSIONS, 'OFFSET 0')}
        WHERE s.started_hour >= since AND s.started_hour < until
      $$;
      COMMENT ON FUNCTION dash.depending_sessions IS
        'Sessions with orders, or which resume another, with their funnel as in dash.sessions. own_…: the steps that '
        'visits_hourly counts, without orders and without what the session resumes.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION dash.depending_sessions');
  }
}
