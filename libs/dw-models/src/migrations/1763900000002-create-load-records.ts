import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the ETL writes down about its own work: runs, the manifest of objects, and what it could not load. */
export class CreateLoadRecords1763900000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE etl_runs (
        run_id integer GENERATED ALWAYS AS IDENTITY,
        started_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        objects integer NOT NULL DEFAULT 0,
        loaded integer NOT NULL DEFAULT 0,
        duplicates integer NOT NULL DEFAULT 0,
        quarantined integer NOT NULL DEFAULT 0,
        data_until timestamptz,
        swept_until text,
        CONSTRAINT etl_runs_pkey PRIMARY KEY (run_id)
      );
      COMMENT ON COLUMN etl_runs.data_until IS 'The newest time of receipt that any run has loaded so far.';
      COMMENT ON COLUMN etl_runs.swept_until IS
        'Where the next run goes on with its sweep of the bucket: after this key; empty for the beginning.';

      CREATE SEQUENCE etl_object_ids AS integer;
      CREATE TABLE etl_objects (
        object_key text COLLATE "C" NOT NULL,
        object_id integer NOT NULL,
        etag text NOT NULL,
        size_bytes bigint NOT NULL,
        lines integer NOT NULL,
        loaded integer NOT NULL,
        duplicates integer NOT NULL,
        quarantined integer NOT NULL,
        resume_line integer,
        run_id integer NOT NULL,
        loaded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT etl_objects_pkey PRIMARY KEY (object_key),
        CONSTRAINT etl_objects_object_id_key UNIQUE (object_id),
        CONSTRAINT etl_objects_counts_close CHECK (lines = loaded + duplicates + quarantined)
      );
      ALTER SEQUENCE etl_object_ids OWNED BY etl_objects.object_id;
      COMMENT ON TABLE etl_objects IS
        'The manifest: one row an object, written in the transaction that writes its rows. Counts add up over the '
        'contents that a key has had.';
      COMMENT ON COLUMN etl_objects.resume_line IS
        'How many lines are loaded, while an object larger than a chunk is on its way; NULL once all are.';

      CREATE TABLE etl_quarantine (
        quarantine_id bigint GENERATED ALWAYS AS IDENTITY,
        object_key text NOT NULL,
        line integer NOT NULL,
        reason text NOT NULL,
        detail text,
        raw text NOT NULL,
        received_at timestamptz,
        quarantined_at timestamptz NOT NULL DEFAULT now(),
        resolved_at timestamptz,
        CONSTRAINT etl_quarantine_pkey PRIMARY KEY (quarantine_id)
      );
      CREATE INDEX etl_quarantine_open ON etl_quarantine (object_key) WHERE resolved_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE etl_quarantine, etl_objects, etl_runs');
  }
}
