import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds the events of a day of receipt without reading those of years. Objects are numbered in the
 * order of their load, so that a small index of ranges is enough. Autovacuum keeps it: to summarize
 * at once (`autosummarize`) costs the load time.
 */
export class IndexEventsByObject1796000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX clickstream_events_object ON clickstream_events
        USING brin (source_object_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX clickstream_events_object');
  }
}
