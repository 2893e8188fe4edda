import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Refunds, the origin of an order, and the books: each line as it was written. */
export class CreateBooks1796000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE orders ADD COLUMN by_browser boolean, ADD COLUMN user_agent text, ADD COLUMN consent text,
        ADD COLUMN is_staff boolean;
      CREATE INDEX orders_placed ON orders (placed_at);

      CREATE TABLE refunds (
        id text PRIMARY KEY,
        order_id text NOT NULL REFERENCES orders,
        amount bigint NOT NULL CHECK (amount > 0),
        currency text NOT NULL DEFAULT 'VND' CHECK (currency ~ '^[A-Z]{3}$'),
        reason text NOT NULL,
        refunded_at timestamptz NOT NULL DEFAULT now(),
        idempotency_key text NOT NULL UNIQUE
      );
      CREATE INDEX refunds_refunded ON refunds (refunded_at);
      CREATE INDEX refunds_order ON refunds (order_id);

      CREATE TABLE book_days (
        day date PRIMARY KEY,
        entries integer NOT NULL,
        stored_at timestamptz
      );
      CREATE TABLE book_lines (
        number bigint PRIMARY KEY,
        day date NOT NULL REFERENCES book_days,
        kind text NOT NULL CHECK (kind IN ('order', 'refund', 'close')),
        entry_id text NOT NULL,
        line text NOT NULL,
        UNIQUE (kind, entry_id)
      );
      CREATE INDEX book_lines_day ON book_lines (day);

      GRANT SELECT, INSERT ON refunds, book_lines, book_days TO shop_app;
      GRANT UPDATE (stored_at) ON book_days TO shop_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE book_lines, book_days, refunds;
      DROP INDEX orders_placed;
      ALTER TABLE orders DROP COLUMN by_browser, DROP COLUMN user_agent, DROP COLUMN consent, DROP COLUMN is_staff;
    `);
  }
}
