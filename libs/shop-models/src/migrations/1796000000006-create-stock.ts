import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pieces of each product. A shop from before it sells what it sold, until somebody counts. */
export class CreateStock1796000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stock (
        product_id text PRIMARY KEY REFERENCES products,
        pieces integer NOT NULL CHECK (pieces >= 0)
      );
      INSERT INTO stock SELECT id, 200 FROM products;

      GRANT SELECT ON stock TO shop_app;
      GRANT UPDATE (pieces) ON stock TO shop_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE stock;
    `);
  }
}
