import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema dash, whose views the dashboards read, with the functions that its views share. */
export class CreateDash1796000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA dash;

      CREATE VIEW dash.freshness AS
        SELECT
          (SELECT data_until FROM public.etl_runs ORDER BY run_id DESC LIMIT 1) AS data_until,
          (SELECT finished_at FROM public.etl_runs WHERE finished_at IS NOT NULL ORDER BY run_id DESC LIMIT 1)
            AS last_load_at,
          (SELECT coalesce(sum(events), 0)::bigint FROM public.activity_hourly) AS events,
          (SELECT count(*) FROM public.etl_quarantine WHERE resolved_at IS NULL) AS quarantined;
      COMMENT ON VIEW dash.freshness IS
        'One row. data_until: the newest time of receipt that is loaded; last_load_at: when a run last came to its end.';

      CREATE VIEW dash.identity_links AS
        SELECT client_id, user_id, first_at, last_at, events
        FROM public.identity_links l
        WHERE 'undone' IS DISTINCT FROM (
          SELECT action FROM public.identity_audit a
          WHERE a.client_id = l.client_id AND a.user_id = l.user_id ORDER BY nth DESC LIMIT 1);
      COMMENT ON VIEW dash.identity_links IS
        'The links in force: the user was signed in on that browser from first_at to last_at, and perhaps out in between.';

      CREATE FUNCTION dash.user_behind(client text, at timestamptz) RETURNS text
      LANGUAGE sql STABLE AS $$
        SELECT CASE
          WHEN count(*) FILTER (WHERE first_at <= at AND last_at >= at) = 1
            THEN min(user_id) FILTER (WHERE first_at <= at AND last_at >= at)
          WHEN count(*) FILTER (WHERE first_at <= at) = 0 AND count(*) FILTER (WHERE is_next) = 1
            THEN min(user_id) FILTER (WHERE is_next)
        END
        FROM (
          SELECT user_id, first_at, last_at, first_at = min(first_at) OVER () AS is_next
          FROM dash.identity_links WHERE client_id = client
        ) link
      $$;
      COMMENT ON FUNCTION dash.user_behind IS
        'Who an anonymous act on this browser belongs to: the one user who was signed in both before and after it; or, '
        'before anybody had signed in there, the first who did. NULL when it could be two people, or nobody knows.';

      CREATE FUNCTION dash.is_staff(usr text) RETURNS boolean
      LANGUAGE sql STABLE AS $$ SELECT EXISTS (SELECT FROM public.staff_users s WHERE s.user_id = usr) $$;
      COMMENT ON FUNCTION dash.is_staff IS 'Whether staff_users lists the user.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP SCHEMA dash CASCADE;
    `);
  }
}
