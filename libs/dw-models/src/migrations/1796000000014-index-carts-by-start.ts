import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the carts of some days without reading those of years. */
export class IndexCartsByStart1796000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX carts_started ON carts (started_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX carts_started');
  }
}
