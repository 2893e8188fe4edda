import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RECONCILE_BOOKS } from './reconcile-books';

/** Looks up the entry of each order of the days, instead of reading the entries of all days. */
export class LookUpBookedOrders1796000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RECONCILE_BOOKS.replaceAll(/CREATE (?=FUNCTION|VIEW)/g, 'CREATE OR REPLACE '));
  }

  async down(): Promise<void> {
    // The version before gave the same rows, only slower.
  }
}
