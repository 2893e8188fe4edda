import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RENEW_TOUCHED_ORDERS } from './order-touches/find-touched-orders';
import { RENEW_ORDER_TOUCHES } from './order-touches/renew-order-touches';

/**
 * Gives warehouses that already keep the visits of orders the functions of today: the first version
 * compared every changed session with every order of a known buyer.
 */
export class FindTouchedOrdersByIndex1796000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RENEW_ORDER_TOUCHES);
    await runner.query(RENEW_TOUCHED_ORDERS);
  }

  async down(): Promise<void> {
    // The first version gave the same results, only slower.
  }
}
