import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COUNT_ALL_REPEAT_VISITS, COUNT_ALL_VISITS, KEEP_VISITS } from './keep-visits';

/**
 * Counts sessions by hour, and keeps apart those of browsers that came more than once, so that
 * dashboards read neither each session nor each visitor (ADR 0081).
 */
export class CountVisits1796000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE visits_hourly (
        hour timestamptz NOT NULL,
        login_state text NOT NULL,
        is_bot boolean NOT NULL,
        is_staff boolean NOT NULL,
        channel text NOT NULL,
        device text NOT NULL,
        utm_source text NOT NULL,
        utm_medium text NOT NULL,
        utm_campaign text NOT NULL,
        sessions integer NOT NULL,
        of_browsers integer NOT NULL,
        viewed integer NOT NULL,
        carted integer NOT NULL,
        checked_out integer NOT NULL,
        CONSTRAINT visits_hourly_pkey PRIMARY KEY
          (hour, login_state, is_bot, is_staff, channel, device, utm_source, utm_medium, utm_campaign)
      );
      CREATE TABLE repeat_visits (
        client_id text NOT NULL,
        hour timestamptz NOT NULL,
        login_state text NOT NULL,
        is_bot boolean NOT NULL,
        is_staff boolean NOT NULL,
        sessions integer NOT NULL,
        CONSTRAINT repeat_visits_pkey PRIMARY KEY (client_id, hour, login_state, is_bot, is_staff)
      );
      CREATE INDEX repeat_visits_hour ON repeat_visits (hour)
        INCLUDE (client_id, login_state, is_bot, is_staff, sessions);
      COMMENT ON TABLE visits_hourly IS
        'Sessions by the hour in which they began. PostgreSQL keeps it: triggers of sessions.';
      COMMENT ON TABLE repeat_visits IS
        'Sessions of browsers with more than one session. PostgreSQL keeps it: triggers of sessions.';
      GRANT SELECT, INSERT, UPDATE, DELETE ON visits_hourly, repeat_visits TO etl_writer;
      CREATE INDEX orders_shopper ON orders (shopper_at) INCLUDE (session_id) WHERE session_id IS NOT NULL;
      CREATE INDEX sessions_resumed ON sessions (started_hour) WHERE is_resumed;
    `);
    await runner.query(COUNT_ALL_VISITS);
    await runner.query(COUNT_ALL_REPEAT_VISITS);
    await runner.query(KEEP_VISITS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX sessions_resumed, orders_shopper;
      DROP TRIGGER visits_emptied ON sessions;
      DROP TRIGGER visits_come ON sessions;
      DROP TRIGGER visits_gone ON sessions;
      DROP TRIGGER visits_changed_1 ON sessions;
      DROP TRIGGER visits_changed_2 ON sessions;
      DROP FUNCTION count_visits_come, count_visits_gone, count_no_visits;
      DROP TABLE repeat_visits, visits_hourly;
    `);
  }
}
