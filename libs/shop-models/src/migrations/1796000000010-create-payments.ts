import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Payments by card, each asked of the provider once, and money that the provider is to give back:
 * docs/adr/0073-payments.md. An order counts as sold from `sold_at` on.
 */
export class CreatePayments1796000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE orders ADD COLUMN sold_at timestamptz DEFAULT now(), ADD COLUMN pay_until timestamptz;
      UPDATE orders SET sold_at = placed_at;
      ALTER TABLE orders DROP CONSTRAINT orders_status_check, ADD CONSTRAINT orders_status_check CHECK (status IN
        ('awaiting_payment', 'payment_failed', 'placed', 'paid', 'packed', 'shipped', 'delivered', 'return_requested',
         'returned', 'cancelled'));
      CREATE INDEX orders_to_pay ON orders (pay_until) WHERE status = 'awaiting_payment';

      CREATE TABLE payments (
        id text PRIMARY KEY,
        order_id text NOT NULL REFERENCES orders,
        amount bigint NOT NULL CHECK (amount > 0),
        status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'declined', 'succeeded', 'returned')),
        reason text NOT NULL DEFAULT '',
        started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        settled_at timestamptz
      );
      CREATE INDEX payments_of_order ON payments (order_id);
      CREATE UNIQUE INDEX payments_one_pending ON payments (order_id) WHERE status = 'pending';
      CREATE UNIQUE INDEX payments_one_charge ON payments (order_id) WHERE status = 'succeeded';

      CREATE TABLE payment_refunds (
        id text PRIMARY KEY,
        payment_id text NOT NULL REFERENCES payments,
        amount bigint NOT NULL CHECK (amount > 0),
        written_at timestamptz NOT NULL DEFAULT now(),
        done_at timestamptz
      );
      CREATE INDEX payment_refunds_due ON payment_refunds (written_at) WHERE done_at IS NULL;

      GRANT SELECT, INSERT ON payments, payment_refunds TO shop_app;
      GRANT UPDATE (status, reason, settled_at) ON payments TO shop_app;
      GRANT UPDATE (done_at) ON payment_refunds TO shop_app;
      GRANT UPDATE (sold_at) ON orders TO shop_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE UPDATE (sold_at) ON orders FROM shop_app;
      DROP TABLE payment_refunds, payments;
      DROP INDEX orders_to_pay;
      UPDATE orders SET status = 'cancelled' WHERE status IN ('awaiting_payment', 'payment_failed');
      ALTER TABLE orders DROP CONSTRAINT orders_status_check, ADD CONSTRAINT orders_status_check CHECK (status IN
        ('placed', 'paid', 'packed', 'shipped', 'delivered', 'return_requested', 'returned', 'cancelled'));
      ALTER TABLE orders DROP COLUMN sold_at, DROP COLUMN pay_until;
    `);
  }
}
