import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of the shop, and what its application role may do with each. */
export class CreateShop1795392000000 implements MigrationInterface {
  readonly name = 'CreateShop1795392000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
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

      CREATE TABLE customers (
        id text PRIMARY KEY,
        email text NOT NULL,
        name text NOT NULL,
        first_seen_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE carts (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        customer_id text REFERENCES customers,
        checkout jsonb NOT NULL DEFAULT '{}',
        updated_at timestamptz NOT NULL DEFAULT now(),
        ordered_at timestamptz
      );
      CREATE INDEX open_carts_by_customer ON carts (customer_id, updated_at) WHERE ordered_at IS NULL;

      CREATE TABLE cart_items (
        cart_id uuid NOT NULL REFERENCES carts ON DELETE CASCADE,
        product_id text NOT NULL REFERENCES products,
        quantity integer NOT NULL CHECK (quantity > 0),
        added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (cart_id, product_id)
      );

      CREATE TABLE orders (
        id text PRIMARY KEY,
        cart_id uuid NOT NULL UNIQUE REFERENCES carts,
        customer_id text REFERENCES customers,
        details jsonb NOT NULL,
        subtotal bigint NOT NULL,
        shipping bigint NOT NULL,
        tax bigint NOT NULL,
        total bigint NOT NULL,
        placed_at timestamptz NOT NULL DEFAULT now(),
        CHECK (total = subtotal + shipping)
      );

      CREATE TABLE order_items (
        order_id text NOT NULL REFERENCES orders,
        product_id text NOT NULL REFERENCES products,
        quantity integer NOT NULL CHECK (quantity > 0),
        unit_price bigint NOT NULL,
        position integer NOT NULL,
        PRIMARY KEY (order_id, product_id)
      );

      GRANT SELECT ON categories, products TO shop_app;
      GRANT SELECT, INSERT, UPDATE ON customers, carts TO shop_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON cart_items TO shop_app;
      GRANT SELECT, INSERT ON orders, order_items TO shop_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE order_items, orders, cart_items, carts, customers, products, categories',
    );
  }
}
