import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the searches of some days without reading all their events; few events are searches. */
export class IndexSearches1796000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX clickstream_events_search ON clickstream_events (event_timestamp) WHERE event_name = 'search';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX clickstream_events_search');
  }
}
