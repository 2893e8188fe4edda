import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rights of the application; shop_admin owns everything. */
export class GrantRoles1796000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT SELECT ON categories, products TO shop_app;
      GRANT SELECT, INSERT, UPDATE ON customers, carts TO shop_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON cart_items TO shop_app;
      GRANT SELECT, INSERT ON cart_keys, orders, order_items TO shop_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE ALL ON ALL TABLES IN SCHEMA public FROM shop_app;
    `);
  }
}
