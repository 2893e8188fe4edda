import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds the events of a day of receipt without reading those of years. Objects are numbered in the
 * order of their load, so that a small index of ranges is enough.
 */
export class IndexEventsByObject1796000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX clickstream_events_object ON clickstream_events
        USING brin (source_object_id) WITH (autosummarize = on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX clickstream_events_object');
  }
}
