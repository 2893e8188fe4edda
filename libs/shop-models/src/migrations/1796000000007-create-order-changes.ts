import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The status of orders, and what was changed by whom. Orders from before it that are older than
 * two weeks have long arrived.
 */
export class CreateOrderChanges1796000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE orders ADD COLUMN status text NOT NULL DEFAULT 'placed' CHECK (status IN
        ('placed', 'paid', 'packed', 'shipped', 'delivered', 'return_requested', 'returned', 'cancelled'));
      UPDATE orders SET status = 'delivered' WHERE placed_at < now() - interval '14 days';
      CREATE INDEX orders_by_customer ON orders (customer_id, placed_at);
      CREATE INDEX orders_by_status ON orders (status, placed_at);

      CREATE TABLE order_changes (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        order_id text NOT NULL REFERENCES orders,
        changed_at timestamptz NOT NULL DEFAULT now(),
        actor text NOT NULL,
        from_status text,
        to_status text NOT NULL,
        note text NOT NULL DEFAULT '',
        refund_id text UNIQUE REFERENCES refunds
      );
      CREATE INDEX order_changes_of_order ON order_changes (order_id, id);
      INSERT INTO order_changes (order_id, changed_at, actor, to_status)
        SELECT id, placed_at, 'customer', 'placed' FROM orders ORDER BY placed_at;
      INSERT INTO order_changes (order_id, changed_at, actor, from_status, to_status, note)
        SELECT id, placed_at + interval '3 days', 'shop', 'placed', 'delivered', 'From before orders had a status.'
        FROM orders WHERE status = 'delivered' ORDER BY placed_at;

      CREATE TABLE product_changes (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        product_id text NOT NULL REFERENCES products,
        changed_at timestamptz NOT NULL DEFAULT now(),
        actor text NOT NULL,
        field text NOT NULL CHECK (field IN ('pieces', 'price', 'discountPrice')),
        value_before bigint,
        value_after bigint
      );
      CREATE INDEX product_changes_of_product ON product_changes (product_id, id);

      GRANT SELECT, INSERT ON order_changes, product_changes TO shop_app;
      GRANT UPDATE (status) ON orders TO shop_app;
      GRANT UPDATE (price, discount_price) ON products TO shop_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE UPDATE (price, discount_price) ON products FROM shop_app;
      DROP TABLE product_changes, order_changes;
      DROP INDEX orders_by_customer, orders_by_status;
      ALTER TABLE orders DROP COLUMN status;
    `);
  }
}
