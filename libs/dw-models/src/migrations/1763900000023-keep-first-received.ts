import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The only way in which the ETL changes a stored event: for a copy of it that was received earlier. */
export class KeepFirstReceived1763900000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // It puts a row in for each that it takes out: no event can be lost through it.
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
      REVOKE ALL ON FUNCTION replace_later_copies FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION replace_later_copies TO etl_writer;
      COMMENT ON FUNCTION replace_later_copies IS
        'Puts copies of events in the place of those that are stored, where the manifest says that they were received '
        'earlier: by the key of their object, then by line. Returns the rows that had to go.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION replace_later_copies');
  }
}
