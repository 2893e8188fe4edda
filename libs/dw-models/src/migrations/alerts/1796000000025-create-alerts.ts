import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps the alerts that loads raise: docs/alerts.md. */
export class CreateAlerts1796000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE alerts (
        alert_id bigint GENERATED ALWAYS AS IDENTITY,
        metric text NOT NULL,
        subject text NOT NULL,
        segment_by text NOT NULL,
        segment text NOT NULL,
        hours integer NOT NULL,
        until timestamptz NOT NULL,
        observed double precision NOT NULL,
        expected double precision NOT NULL,
        exposure double precision NOT NULL,
        score double precision NOT NULL,
        words text NOT NULL,
        run_id integer NOT NULL,
        raised_at timestamptz NOT NULL DEFAULT now(),
        over_at timestamptz,
        CONSTRAINT alerts_pkey PRIMARY KEY (alert_id)
      );
      COMMENT ON TABLE alerts IS
        'What a load found far from its expectation, once for as long as it lasts. The first of a run is the clearest.';
      COMMENT ON COLUMN alerts.exposure IS 'Of a share, what observed and expected are a part of; otherwise 1.';
      COMMENT ON COLUMN alerts.over_at IS 'The end of the hour that showed it to be over; NULL while it lasts.';
      CREATE INDEX alerts_open ON alerts (alert_id) WHERE over_at IS NULL;
      GRANT SELECT, INSERT, UPDATE (over_at) ON alerts TO etl_writer;

      ALTER TABLE etl_runs ADD COLUMN judged_until timestamptz;
      COMMENT ON COLUMN etl_runs.judged_until IS
        'The end of the hour that this run compared with the weeks before, for alerts; NULL when it closed none.';

      CREATE VIEW dash.alerts AS
        SELECT alert_id, metric, subject, segment_by, segment, hours, until - hours * interval '1 hour' AS since, until,
          observed, expected, exposure, score, words, run_id, raised_at, over_at
        FROM public.alerts;
      COMMENT ON VIEW dash.alerts IS
        'What loads found far from its expectation between since and until, once for as long as it lasts. over_at: the end '
        'of the hour that showed it to be over; NULL while it lasts.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW dash.alerts;
      DROP TABLE alerts;
      ALTER TABLE etl_runs DROP COLUMN judged_until;
    `);
  }
}
