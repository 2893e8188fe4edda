import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Compares the ledger with what it counts, hour by hour. */
export const COMPARE_HOURS = `
  CREATE OR REPLACE VIEW dash.ledger_differences AS
    WITH events AS (
      SELECT hour, sum(events)::bigint AS events
      FROM (
        SELECT source_object_id AS object_id, count(*) AS events
        FROM public.clickstream_events GROUP BY source_object_id
      ) AS by_object
      LEFT JOIN public.etl_objects USING (object_id)
      GROUP BY hour
    ), waiting AS (
      SELECT hour, count(*) AS lines
      FROM public.etl_quarantine AS line
      LEFT JOIN public.etl_objects AS object ON object.object_key = line.object_key COLLATE "C"
      WHERE resolved_at IS NULL
      GROUP BY hour
    ), manifest AS (
      SELECT hour, sum(lines - rejected) AS stored, sum(rejected) AS rejected, sum(loaded) AS loaded,
        sum(duplicates) AS duplicates, sum(quarantined) AS quarantined, sum(erased) AS erased
      FROM public.etl_objects
      WHERE hour >= coalesce(
        (SELECT max(horizon)::timestamp AT TIME ZONE 'UTC' FROM public.retention_runs), '-infinity')
      GROUP BY hour
    ), compared AS (
      SELECT hour, 'events read from the bucket' AS what, received AS expected, stored + rejected AS found
      FROM public.ledger_hourly
      UNION ALL
      SELECT hour, 'rows in clickstream_events', coalesce(loaded, 0), coalesce(events, 0)
      FROM public.ledger_hourly FULL JOIN events USING (hour)
      UNION ALL
      SELECT hour, 'open lines in etl_quarantine', coalesce(quarantined, 0), coalesce(lines, 0)
      FROM public.ledger_hourly FULL JOIN waiting USING (hour)
      UNION ALL
      SELECT hour, 'lines in etl_objects: ' || name, coalesce(expected, 0), found::bigint
      FROM manifest
      LEFT JOIN public.ledger_hourly AS ledger USING (hour)
      CROSS JOIN LATERAL (VALUES
        ('stored', ledger.stored, manifest.stored), ('rejected', ledger.rejected, manifest.rejected),
        ('loaded', ledger.loaded, manifest.loaded), ('duplicates', ledger.duplicates, manifest.duplicates),
        ('quarantined', ledger.quarantined, manifest.quarantined), ('erased', ledger.erased, manifest.erased)
      ) AS count (name, expected, found)
    )
    SELECT hour, what, expected, found FROM compared WHERE expected <> found
`.trim();

/** What checks the ledger against everything else, and up to when everything that was received is loaded. */
export class AddLedgerChecks1763900000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE etl_runs ADD COLUMN complete_until timestamptz;
      COMMENT ON COLUMN etl_runs.complete_until IS
        'All that was in the bucket then is loaded: when the last run began that loaded everything.';
    `);
    await runner.query(`
      ${COMPARE_HOURS};
      COMMENT ON VIEW dash.ledger_differences IS
        'Where the ledger and what it counts differ: no row when all is well. It reads every event. hour is NULL for '
        'events and lines of objects that are in no manifest.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW dash.ledger_differences;
      ALTER TABLE etl_runs DROP COLUMN complete_until;
    `);
  }
}
