import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What orders events of one moment, and what was added to the time of an event whose clock was wrong. */
export class AddEventOrder1763900000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Nullable and without a default: no row is rewritten, however many there are.
    await runner.query(`
      ALTER TABLE clickstream_events ADD COLUMN sequence integer, ADD COLUMN clock_offset_ms bigint;
      COMMENT ON COLUMN clickstream_events.sequence IS
        'Its place among the events of its browser: orders events of one moment, those without it first.';
      COMMENT ON COLUMN clickstream_events.clock_offset_ms IS
        'Milliseconds that were added to the time the browser gave, whose clock was wrong; NULL where it was right.';

      ALTER TABLE products ADD COLUMN seen_sequence integer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE products DROP COLUMN seen_sequence;
      ALTER TABLE clickstream_events DROP COLUMN clock_offset_ms, DROP COLUMN sequence;
    `);
  }
}
