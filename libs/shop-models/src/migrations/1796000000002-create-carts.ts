import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Customers and their carts. Secret keys open a cart; its id in events does not. */
export class CreateCarts1796000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
        ordered_at timestamptz,
        analytics_id uuid NOT NULL DEFAULT gen_random_uuid()
      );
      CREATE INDEX open_carts_by_customer ON carts (customer_id, updated_at) WHERE ordered_at IS NULL;

      CREATE TABLE cart_items (
        cart_id uuid NOT NULL REFERENCES carts ON DELETE CASCADE,
        product_id text NOT NULL REFERENCES products,
        quantity integer NOT NULL CHECK (quantity > 0),
        added_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (cart_id, product_id)
      );

      CREATE TABLE cart_keys (
        hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
        cart_id uuid NOT NULL REFERENCES carts ON DELETE CASCADE
      );
      CREATE INDEX keys_by_cart ON cart_keys (cart_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE cart_keys, cart_items, carts, customers;
    `);
  }
}
