import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions in which a clock was corrected: the times of their events depend on each other (ADR 0041). */
export class NoteCorrectedClocks1763900000048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions ADD COLUMN is_clock_corrected boolean NOT NULL DEFAULT false;
      ALTER TABLE sessions ALTER COLUMN is_clock_corrected DROP DEFAULT;
      COMMENT ON COLUMN sessions.is_clock_corrected IS
        'One of its events has a clock_offset_ms. Times of the session and of its carts are then settled among its events.';
      CREATE INDEX sessions_clock_corrected ON sessions (session_id) WHERE is_clock_corrected;

      -- The facts of no events are those of any definition.
      UPDATE facts_state SET version = 6 WHERE NOT EXISTS (SELECT FROM clickstream_events);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE facts_state SET version = least(version, 5);
      DROP INDEX sessions_clock_corrected;
      ALTER TABLE sessions DROP COLUMN is_clock_corrected;
    `);
  }
}
