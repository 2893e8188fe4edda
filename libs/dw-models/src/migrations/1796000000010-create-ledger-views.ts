import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The views of the ledger, and the comparison of the ledger with everything that it counts. */
export class CreateLedgerViews1796000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW dash.ledger_hourly AS
        SELECT hour, received, rejected, stored, loaded, duplicates, quarantined, replayed, erased, expired,
          lost_in_browser, received - rejected - stored AS missing
        FROM public.ledger_hourly;
      COMMENT ON VIEW dash.ledger_hourly IS
        'Where the events of an hour of receipt are now. missing: received, but not in any object that was read; 0 '
        'unless something was lost.';
      CREATE VIEW dash.open_quarantine AS
        SELECT reason, count(*) AS lines, min(quarantined_at) AS since
        FROM public.etl_quarantine WHERE resolved_at IS NULL GROUP BY reason;
      COMMENT ON VIEW dash.open_quarantine IS 'Lines that could not be loaded and wait for a replay, by reason.';
    `);
    await runner.query(`
      CREATE VIEW dash.ledger_differences AS
        WITH kept AS (
          SELECT coalesce(max(horizon)::timestamp AT TIME ZONE 'UTC', '-infinity') AS since,
            count(*) FILTER (WHERE facts_rebuilt_at IS NULL) AS stale
          FROM public.retention_runs
        ), by_object AS MATERIALIZED (
          SELECT source_object_id AS object_id, count(*) AS events, count(session_id) AS of_sessions,
            count(*) FILTER (WHERE event_name IN ('checkout_complete', 'order_refund')) AS of_orders,
            count(*) FILTER (WHERE client_id IS NOT NULL AND user_id IS NOT NULL) AS of_links
          FROM public.clickstream_events GROUP BY source_object_id
        ), by_key AS (
          SELECT object_key COLLATE "C" AS object_key, count(*) AS lines
          FROM public.etl_quarantine WHERE resolved_at IS NULL GROUP BY 1
        ), events AS (
          SELECT hour, sum(events)::bigint AS events
          FROM by_object LEFT JOIN public.etl_objects USING (object_id) GROUP BY hour
        ), waiting AS (
          SELECT hour, sum(by_key.lines)::bigint AS lines
          FROM by_key LEFT JOIN public.etl_objects USING (object_key) GROUP BY hour
        ), manifest AS (
          SELECT hour, sum(object.lines - rejected) AS stored, sum(rejected) AS rejected, sum(loaded) AS loaded,
            sum(duplicates) AS duplicates, sum(quarantined) AS quarantined, sum(erased) AS erased,
            sum(expired) AS expired, count(*) AS objects,
            count(*) FILTER (WHERE loaded = coalesce(events, 0) AND quarantined = coalesce(by_key.lines, 0)) AS whole
          FROM public.etl_objects AS object
          LEFT JOIN by_object USING (object_id)
          LEFT JOIN by_key USING (object_key)
          GROUP BY hour
        ), facts AS (
          SELECT 'activity_hourly' AS name, (SELECT sum(events) FROM by_object) AS expected,
            (SELECT sum(events) FROM public.activity_hourly) AS found
          UNION ALL SELECT 'sessions', (SELECT sum(of_sessions) FROM by_object),
            (SELECT sum(events) FROM public.sessions)
          UNION ALL SELECT 'orders', (SELECT sum(of_orders) FROM by_object),
            (SELECT sum(told) FROM (SELECT completions AS told FROM public.orders
              UNION ALL SELECT told FROM public.refunds) AS told)
          UNION ALL SELECT 'identity_links', (SELECT sum(of_links) FROM by_object),
            (SELECT sum(events) FROM public.identity_links)
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
          SELECT hour, 'whole objects, with all rows and lines', objects, whole FROM manifest
          UNION ALL
          SELECT hour, 'lines in etl_objects: ' || name, coalesce(expected, 0), coalesce(found, 0)::bigint
          FROM manifest FULL JOIN public.ledger_hourly AS ledger USING (hour)
          CROSS JOIN LATERAL (VALUES
            ('stored', ledger.stored, manifest.stored), ('rejected', ledger.rejected, manifest.rejected),
            ('loaded', ledger.loaded, manifest.loaded), ('duplicates', ledger.duplicates, manifest.duplicates),
            ('quarantined', ledger.quarantined, manifest.quarantined), ('erased', ledger.erased, manifest.erased),
            ('expired', ledger.expired, manifest.expired)
          ) AS count (name, expected, found)
          -- The manifest forgets objects that are older than what is kept.
          WHERE hour >= (SELECT since FROM kept)
          UNION ALL
          -- Between its drop and its rebuild, a retention leaves facts of events that are gone.
          SELECT NULL, 'events in the facts: ' || name, coalesce(expected, 0)::bigint, coalesce(found, 0)::bigint
          FROM facts WHERE (SELECT stale FROM kept) = 0
        )
        SELECT hour, what, expected, found FROM compared WHERE expected <> found;
      COMMENT ON VIEW dash.ledger_differences IS
        'Where the ledger, or the facts, differ from what they count: no row when all is well. It reads every event. '
        'hour is NULL for facts, and for events and lines of objects that are in no manifest.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW dash.ledger_differences, dash.open_quarantine, dash.ledger_hourly;
    `);
  }
}
