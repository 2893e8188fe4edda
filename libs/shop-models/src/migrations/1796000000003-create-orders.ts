import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders with their lines. A secret key opens an order. */
export class CreateOrders1796000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
        key_hash bytea CHECK (octet_length(key_hash) = 32),
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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE order_items, orders;
    `);
  }
}
