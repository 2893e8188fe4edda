import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Families: products that differ in their options only. Each is a product of its own, with its
 * price, stock and page; `family` is the id of the one that stands for them in lists, also in its
 * own row: docs/adr/0084-a-variant-is-a-product.md.
 */
export class CreateFamilies1796000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE products
        ADD COLUMN family text REFERENCES products DEFERRABLE INITIALLY DEFERRED,
        ADD COLUMN options jsonb NOT NULL DEFAULT '[]',
        ADD CHECK ((family IS NULL) = (options = '[]'));
      CREATE INDEX products_by_family ON products (family) WHERE family IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE products DROP COLUMN family, DROP COLUMN options');
  }
}
