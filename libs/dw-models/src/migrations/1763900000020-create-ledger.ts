import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger: where every event is that was received, hour by hour; and up to when the warehouse keeps events. */
export class CreateLedger1763900000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE etl_objects
        ADD COLUMN hour timestamptz,
        ADD COLUMN erased integer NOT NULL DEFAULT 0,
        ADD COLUMN rejected integer NOT NULL DEFAULT 0,
        ADD COLUMN expired integer NOT NULL DEFAULT 0,
        DROP CONSTRAINT etl_objects_counts_close,
        ADD CONSTRAINT etl_objects_counts_close
          CHECK (lines = loaded + duplicates + quarantined + erased + rejected + expired);
      COMMENT ON COLUMN etl_objects.hour IS
        'The hour of receipt that the key names (UTC); of a key without an hour, its day.';
    `);
    await runner.query(`
      UPDATE etl_objects SET hour = CASE WHEN pg_input_is_valid(named, 'timestamptz') THEN named::timestamptz
        ELSE 'epoch' END
      FROM (
        SELECT object_key AS key, part[1] || '-' || part[2] || '-' || part[3] || 'T' || coalesce(part[4], '00')
          || ':00:00Z' AS named
        FROM etl_objects, regexp_match(object_key, '(?:^|/)(\\d{4})/(\\d{2})/(\\d{2})/(?:(\\d{2})/)?') AS part
      ) AS folder
      WHERE object_key = key;
      UPDATE etl_objects SET hour = 'epoch' WHERE hour IS NULL;
      ALTER TABLE etl_objects ALTER COLUMN hour SET NOT NULL;
      CREATE INDEX etl_objects_hour ON etl_objects USING brin (hour);
    `);
    await runner.query(`
      CREATE TABLE ledger_hourly (
        hour timestamptz NOT NULL,
        received bigint NOT NULL DEFAULT 0,
        rejected bigint NOT NULL DEFAULT 0,
        stored bigint NOT NULL DEFAULT 0,
        loaded bigint NOT NULL DEFAULT 0,
        duplicates bigint NOT NULL DEFAULT 0,
        quarantined bigint NOT NULL DEFAULT 0,
        replayed bigint NOT NULL DEFAULT 0,
        erased bigint NOT NULL DEFAULT 0,
        expired bigint NOT NULL DEFAULT 0,
        lost_in_browser bigint NOT NULL DEFAULT 0,
        CONSTRAINT ledger_hourly_pkey PRIMARY KEY (hour),
        CONSTRAINT ledger_hourly_stored_closes
          CHECK (stored = loaded + duplicates + quarantined + erased + expired)
      );
      COMMENT ON TABLE ledger_hourly IS
        'Where the events of an hour of receipt are now, each in one place: received = stored + rejected; stored = '
        'loaded + duplicates + quarantined + erased + expired; loaded = rows in clickstream_events. '
        'Written in the transactions that change what it counts.';
      COMMENT ON COLUMN ledger_hourly.replayed IS
        'How many quarantined events a replay has read after all: they count as loaded or duplicates since.';
      COMMENT ON COLUMN ledger_hourly.lost_in_browser IS
        'Events that browsers say they had to drop, by the hour in which that report was received.';
      INSERT INTO ledger_hourly (hour, received, stored, loaded, duplicates, quarantined)
        SELECT hour, sum(lines), sum(lines), sum(loaded), sum(duplicates), sum(quarantined)
        FROM etl_objects GROUP BY hour;

      CREATE TABLE retention_runs (
        retention_id integer GENERATED ALWAYS AS IDENTITY,
        horizon date NOT NULL,
        ran_at timestamptz NOT NULL DEFAULT now(),
        facts_rebuilt_at timestamptz,
        partitions integer NOT NULL,
        events bigint NOT NULL,
        quarantined bigint NOT NULL,
        objects bigint NOT NULL,
        CONSTRAINT retention_runs_pkey PRIMARY KEY (retention_id)
      );
      COMMENT ON TABLE retention_runs IS
        'What was dropped because of its age. Nothing from before the latest horizon is loaded again.';

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

      GRANT SELECT, INSERT, UPDATE ON ledger_hourly TO etl_writer;
      GRANT SELECT ON retention_runs TO etl_writer;
      GRANT UPDATE (reason, detail, resolved_at) ON etl_quarantine TO etl_writer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE UPDATE (reason, detail) ON etl_quarantine FROM etl_writer;
      DROP VIEW dash.open_quarantine;
      DROP VIEW dash.ledger_hourly;
      DROP TABLE retention_runs;
      DROP TABLE ledger_hourly;
      DELETE FROM etl_objects WHERE rejected > 0;
      UPDATE etl_objects SET lines = lines - erased - expired;
      ALTER TABLE etl_objects
        DROP CONSTRAINT etl_objects_counts_close,
        DROP COLUMN hour,
        DROP COLUMN erased,
        DROP COLUMN rejected,
        DROP COLUMN expired,
        ADD CONSTRAINT etl_objects_counts_close CHECK (lines = loaded + duplicates + quarantined);
    `);
  }
}
