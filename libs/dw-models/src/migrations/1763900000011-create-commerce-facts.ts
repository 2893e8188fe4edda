import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Carts, orders, and which browser belongs to which user. */
export class CreateCommerceFacts1763900000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a browser did with its carts, found without reading the rest of it.
      CREATE INDEX clickstream_events_shopper ON clickstream_events ((coalesce(client_id, session_id, cart_id)))
        WHERE cart_id IS NOT NULL OR event_name IN
          ('add_to_cart_click', 'remove_from_cart_click', 'checkout_start', 'checkout_step', 'checkout_complete');

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
        placed_at timestamptz,
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
        refunds integer NOT NULL,
        refunded numeric NOT NULL,
        refunded_at timestamptz,
        CONSTRAINT orders_pkey PRIMARY KEY (order_id)
      );
      CREATE INDEX orders_placed ON orders (placed_at);

      CREATE TABLE identity_links (
        client_id text NOT NULL,
        user_id text NOT NULL,
        first_at timestamptz NOT NULL,
        last_at timestamptz NOT NULL,
        events integer NOT NULL,
        CONSTRAINT identity_links_pkey PRIMARY KEY (client_id, user_id)
      );

      CREATE TABLE identity_audit (
        client_id text NOT NULL,
        user_id text NOT NULL,
        nth integer NOT NULL,
        action text NOT NULL,
        event_id uuid,
        reason text,
        done_by text NOT NULL DEFAULT current_user,
        done_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT identity_audit_pkey PRIMARY KEY (client_id, user_id, nth),
        CONSTRAINT identity_audit_action CHECK (action IN ('made', 'undone', 'restored'))
      );

      GRANT SELECT, INSERT, UPDATE, DELETE ON carts, cart_shoppers, orders, identity_links TO etl_writer;
      GRANT SELECT, INSERT ON identity_audit TO etl_writer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE identity_audit, identity_links, orders, cart_shoppers, carts;
      DROP INDEX clickstream_events_shopper;
    `);
  }
}
