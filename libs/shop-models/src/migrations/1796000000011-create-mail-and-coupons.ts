import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Mail to customers as it was written, and coupons with the discount of each order:
 * docs/adr/0077-mail-and-coupons.md.
 */
export class CreateMailAndCoupons1796000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mails (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key text NOT NULL UNIQUE,
        order_id text NOT NULL REFERENCES orders,
        recipient text NOT NULL,
        subject text NOT NULL,
        body text NOT NULL,
        written_at timestamptz NOT NULL DEFAULT now()
      );
      GRANT SELECT, INSERT ON mails TO shop_app;

      CREATE TABLE coupons (
        code text PRIMARY KEY CHECK (code ~ '^[A-Z0-9-]{3,20}$'),
        percent integer CHECK (percent BETWEEN 1 AND 90),
        amount bigint CHECK (amount > 0),
        minimum bigint NOT NULL DEFAULT 0 CHECK (minimum >= 0),
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_to timestamptz,
        most_uses integer CHECK (most_uses > 0),
        uses integer NOT NULL DEFAULT 0 CHECK (uses >= 0),
        CHECK ((percent IS NULL) <> (amount IS NULL))
      );
      CREATE TABLE coupon_changes (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        code text NOT NULL REFERENCES coupons,
        changed_at timestamptz NOT NULL DEFAULT now(),
        actor text NOT NULL,
        what text NOT NULL
      );
      ALTER TABLE carts ADD COLUMN coupon text REFERENCES coupons;
      ALTER TABLE orders ADD COLUMN coupon text REFERENCES coupons, ADD COLUMN discount bigint NOT NULL DEFAULT 0,
        DROP CONSTRAINT orders_check,
        ADD CONSTRAINT orders_check CHECK (total = subtotal - discount + shipping AND discount BETWEEN 0 AND subtotal);
      GRANT SELECT, INSERT ON coupons, coupon_changes TO shop_app;
      GRANT UPDATE (uses, valid_to) ON coupons TO shop_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE orders DROP CONSTRAINT orders_check;
      UPDATE orders SET subtotal = subtotal - discount;
      ALTER TABLE orders DROP COLUMN coupon, DROP COLUMN discount,
        ADD CONSTRAINT orders_check CHECK (total = subtotal + shipping);
      ALTER TABLE carts DROP COLUMN coupon;
      DROP TABLE coupon_changes, coupons, mails;
    `);
  }
}
