import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the searches of some days. An index of all events by name would make loads slower. */
export class IndexSearches1796000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX clickstream_events_search ON clickstream_events (event_timestamp) WHERE event_name = 'search';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX clickstream_events_search');
  }
}
