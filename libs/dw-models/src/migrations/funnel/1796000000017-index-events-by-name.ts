import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the events of some names in some days: those that a funnel looks at. */
export class IndexEventsByName1796000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX clickstream_events_name ON clickstream_events (event_name, event_timestamp);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX clickstream_events_name');
  }
}
