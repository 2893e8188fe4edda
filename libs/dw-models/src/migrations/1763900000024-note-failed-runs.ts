import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a run of the ETL failed with. */
export class NoteFailedRuns1763900000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE etl_runs ADD COLUMN error text;
      COMMENT ON COLUMN etl_runs.error IS
        'The error that ended the run; NULL for one that came to its end, was killed, or is at work.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE etl_runs DROP COLUMN error');
  }
}
