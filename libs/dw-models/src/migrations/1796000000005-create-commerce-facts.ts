import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts of commerce: carts, orders, refunds, and the users who are staff. */
export class CreateCommerceFacts1796000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE carts (
        cart_id text NOT NULL,
        client_id text,
        session_id text,
        user_id text,
        started_at timestamptz NOT NULL,
        last_activity_at timestamptz NOT NULL,
        abandons_at timestamptz,
        checkout_at timestamptz,
        emptied_at timestamptz,
        recovered_at timestamptz,
        bought_at timestamptz,
        order_id text,
        value numeric NOT NULL,
        currency text,
        pieces integer NOT NULL,
        events integer NOT NULL,
        sessions integer NOT NULL,
        shoppers integer NOT NULL,
        abandonments integer NOT NULL,
        is_bot boolean NOT NULL,
        is_staff boolean NOT NULL,
        CONSTRAINT carts_pkey PRIMARY KEY (cart_id)
      );
      CREATE INDEX carts_order ON carts (order_id) WHERE order_id IS NOT NULL;
      CREATE INDEX carts_shopper ON carts ((coalesce(client_id, session_id, cart_id)));

      -- Nearly every cart is touched by one browser, which its row names: only the others are listed.
      CREATE TABLE cart_shoppers (
        cart_id text NOT NULL,
        shopper text NOT NULL,
        CONSTRAINT cart_shoppers_pkey PRIMARY KEY (cart_id, shopper)
      );
      CREATE INDEX cart_shoppers_shopper ON cart_shoppers (shopper);

      CREATE TABLE orders (
        order_id text NOT NULL,
        placed_at timestamptz NOT NULL,
        placed_sequence integer,
        placed_event_id uuid,
        client_id text,
        session_id text,
        user_id text,
        login_state text,
        cart_id text,
        currency text,
        gross numeric NOT NULL,
        tax numeric,
        shipping numeric,
        pieces bigint NOT NULL,
        is_bot boolean NOT NULL,
        is_staff boolean NOT NULL,
        completions integer NOT NULL,
        shopper_at timestamptz,
        shopper_sequence integer,
        shopper_event_id uuid,
        items jsonb,
        CONSTRAINT orders_pkey PRIMARY KEY (order_id)
      );
      CREATE INDEX orders_placed ON orders (placed_at);
      CREATE INDEX orders_session ON orders (session_id) WHERE session_id IS NOT NULL;
      COMMENT ON COLUMN orders.shopper_at IS
        'When the completion was told that says who ordered: the first one with a session, else with a browser or a cart.';
    `);
    await runner.query(`
      CREATE TABLE refunds (
        order_id text NOT NULL,
        refund_key text NOT NULL,
        refund_id text,
        amount numeric,
        currency text,
        refunded_at timestamptz NOT NULL,
        refunded_sequence integer,
        refunded_event_id uuid NOT NULL,
        login_state text NOT NULL,
        is_bot boolean NOT NULL,
        is_staff boolean NOT NULL,
        told integer NOT NULL,
        items jsonb,
        CONSTRAINT refunds_pkey PRIMARY KEY (order_id, refund_key)
      );
      COMMENT ON TABLE refunds IS
        'One row for each refund of an order, as it was told first: by its id, or by its amount where it has none.';
      COMMENT ON COLUMN refunds.items IS 'The lines of a refund that names no amount; NULL of any other, and where it has none.';

      CREATE TABLE staff_users (
        user_id text NOT NULL,
        note text,
        CONSTRAINT staff_users_pkey PRIMARY KEY (user_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE staff_users, refunds, orders, cart_shoppers, carts;
    `);
  }
}
