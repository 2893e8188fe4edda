import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders of guests are found by their email address, and given to the customer who has it. */
export class ClaimGuestOrders1796000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX orders_of_guests ON orders ((details -> 'delivery' ->> 'email')) WHERE customer_id IS NULL;
      GRANT UPDATE (customer_id) ON orders TO shop_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE UPDATE (customer_id) ON orders FROM shop_app;
      DROP INDEX orders_of_guests;
    `);
  }
}
