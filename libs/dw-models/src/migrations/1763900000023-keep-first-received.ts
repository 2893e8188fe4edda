import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the ETL put the first received copy of an event in the place of a later one, and delete nothing else. */
export class KeepFirstReceived1763900000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION take_out_later_copies(event_ids uuid[], object_ids integer[], lines integer[])
      RETURNS SETOF clickstream_events
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        DELETE FROM public.clickstream_events AS stored
        USING unnest(event_ids, object_ids, lines) AS copy (event_id, object_id, line),
          public.etl_objects AS place, public.etl_objects AS stored_place
        WHERE stored.event_id = copy.event_id
          AND place.object_id = copy.object_id
          AND stored_place.object_id = stored.source_object_id
          AND (place.object_key, copy.line) < (stored_place.object_key, stored.source_line)
        RETURNING stored.*
      $$;
      REVOKE ALL ON FUNCTION take_out_later_copies FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION take_out_later_copies TO etl_writer;
      COMMENT ON FUNCTION take_out_later_copies IS
        'Deletes and returns the events of which a copy, at the object and line given, was received before the one that '
        'is stored, so that it can be inserted instead: by the manifest, its key comes first.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION take_out_later_copies');
  }
}
