import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger: the place of every received event, hour by hour; and the time up to which the
 * warehouse keeps events.
 */
export class CreateLedger1796000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE retention_runs, ledger_hourly;
    `);
  }
}
