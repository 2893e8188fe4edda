import type { MigrationInterface, QueryRunner } from 'typeorm';
import { funnelOrdersSql } from './funnel-totals';
import { LOOKED_UP_ORDERS } from './looked-up-orders';

/** Looks up the visitors of a funnel's orders by browser, instead of one order at a time. */
export class LookUpOrdersOfVisitors1796000000044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LOOKED_UP_ORDERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(funnelOrdersSql('CREATE OR REPLACE'));
  }
}
