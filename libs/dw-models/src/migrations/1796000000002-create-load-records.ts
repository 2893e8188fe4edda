import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Records of the load: runs, the manifest of objects, quarantined lines,
 * and copies received earlier.
 */
export class CreateLoadRecords1796000000002 implements MigrationInterface {
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
        complete_until timestamptz,
        error text,
        CONSTRAINT etl_runs_pkey PRIMARY KEY (run_id)
      );
      COMMENT ON COLUMN etl_runs.data_until IS 'The newest time of receipt that any run has loaded so far.';
      COMMENT ON COLUMN etl_runs.swept_until IS
        'Where the next run goes on with its sweep of the bucket: after this key; empty for the beginning.';

      COMMENT ON COLUMN etl_runs.complete_until IS
        'All that was in the bucket then is loaded: when the last run began that loaded everything.';
      COMMENT ON COLUMN etl_runs.error IS
        'The error that ended the run; NULL for one that came to its end, was killed, or is at work.';

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
        hour timestamptz NOT NULL,
        erased integer NOT NULL DEFAULT 0,
        rejected integer NOT NULL DEFAULT 0,
        expired integer NOT NULL DEFAULT 0,
        CONSTRAINT etl_objects_pkey PRIMARY KEY (object_key),
        CONSTRAINT etl_objects_object_id_key UNIQUE (object_id),
        CONSTRAINT etl_objects_counts_close
          CHECK (lines = loaded + duplicates + quarantined + erased + rejected + expired)
      );
      CREATE INDEX etl_objects_hour ON etl_objects USING brin (hour);
      ALTER SEQUENCE etl_object_ids OWNED BY etl_objects.object_id;
      COMMENT ON TABLE etl_objects IS
        'The manifest: one row an object, written in the transaction that writes its rows. Counts add up over the '
        'contents that a key has had.';
      COMMENT ON COLUMN etl_objects.resume_line IS
        'How many lines are loaded, while an object larger than a chunk is on its way; NULL once all are.';

      COMMENT ON COLUMN etl_objects.hour IS
        'The hour of receipt that the key names (UTC); of a key without an hour, its day.';

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
    // The only way in which the ETL changes a stored event. It inserts one row for each that it
    // removes, so no event can be lost through it.
    await runner.query(`
      CREATE FUNCTION replace_later_copies(copies clickstream_events[]) RETURNS SETOF clickstream_events
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        replaced public.clickstream_events[];
      BEGIN
        WITH later AS (
          DELETE FROM public.clickstream_events AS stored
          USING unnest(copies) AS copy, public.etl_objects AS place, public.etl_objects AS stored_place
          WHERE stored.event_id = copy.event_id
            AND place.object_id = copy.source_object_id
            AND stored_place.object_id = stored.source_object_id
            AND (place.object_key, copy.source_line) < (stored_place.object_key, stored.source_line)
          RETURNING stored.*
        )
        SELECT array_agg(ROW(later.*)::public.clickstream_events) INTO replaced FROM later;
        INSERT INTO public.clickstream_events
          SELECT copy.* FROM unnest(copies) AS copy
          WHERE copy.event_id IN (SELECT event_id FROM unnest(replaced));
        RETURN QUERY SELECT * FROM unnest(replaced);
      END $$;
      COMMENT ON FUNCTION replace_later_copies IS
        'Puts copies of events in the place of those that are stored, where the manifest says that they were received '
        'earlier: by the key of their object, then by line. Returns the rows that had to go.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION replace_later_copies;
      DROP TABLE etl_quarantine, etl_objects, etl_runs;
    `);
  }
}
