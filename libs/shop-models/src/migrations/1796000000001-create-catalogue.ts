import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Categories and products. */
export class CreateCatalogue1796000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE categories (
        slug text PRIMARY KEY,
        name text NOT NULL,
        tagline text NOT NULL,
        position integer NOT NULL
      );

      CREATE TABLE products (
        id text PRIMARY KEY,
        slug text NOT NULL UNIQUE,
        name text NOT NULL,
        category_slug text NOT NULL REFERENCES categories,
        kind text NOT NULL,
        brand text NOT NULL,
        price bigint NOT NULL CHECK (price > 0),
        discount_price bigint CHECK (discount_price > 0 AND discount_price < price),
        tagline text NOT NULL,
        description text NOT NULL,
        specs jsonb NOT NULL,
        released_on date NOT NULL,
        picture jsonb NOT NULL,
        position integer NOT NULL,
        search_text text NOT NULL
      );
      CREATE INDEX products_by_category ON products (category_slug, position);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE products, categories;
    `);
  }
}
