import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the dashboards read: sessions, hourly roll-ups of traffic and products, and the products themselves. */
export class CreateFacts1763900000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sessions (
        session_id text NOT NULL,
        client_id text,
        user_id text,
        started_at timestamptz NOT NULL,
        ended_at timestamptz NOT NULL,
        started_hour timestamptz NOT NULL,
        viewed_at timestamptz,
        carted_at timestamptz,
        checkout_at timestamptz,
        ordered_at timestamptz,
        events integer NOT NULL,
        page_views integer NOT NULL,
        orders integer NOT NULL,
        is_first_visit boolean,
        is_bot boolean NOT NULL,
        is_staff boolean NOT NULL,
        login_state text NOT NULL,
        device text NOT NULL,
        channel text NOT NULL,
        utm_source text,
        utm_medium text,
        utm_campaign text,
        utm_term text,
        utm_content text,
        entry_path text,
        exit_path text,
        revenue numeric NOT NULL,
        CONSTRAINT sessions_pkey PRIMARY KEY (session_id)
      );
      CREATE INDEX sessions_hour ON sessions (started_hour);

      CREATE TABLE activity_hourly (
        hour timestamptz NOT NULL,
        event_name text NOT NULL,
        login_state text NOT NULL,
        is_bot boolean NOT NULL,
        events integer NOT NULL,
        revenue numeric NOT NULL,
        CONSTRAINT activity_hourly_pkey PRIMARY KEY (hour, event_name, login_state, is_bot)
      );

      CREATE TABLE products_hourly (
        hour timestamptz NOT NULL,
        product_id text NOT NULL,
        login_state text NOT NULL,
        is_bot boolean NOT NULL,
        views integer NOT NULL,
        add_to_carts integer NOT NULL,
        units_ordered bigint NOT NULL,
        revenue numeric NOT NULL,
        CONSTRAINT products_hourly_pkey PRIMARY KEY (hour, product_id, login_state, is_bot)
      );

      CREATE TABLE products (
        product_id text NOT NULL,
        product_name text,
        category text,
        brand text,
        price numeric,
        seen_at timestamptz NOT NULL,
        seen_event_id uuid NOT NULL,
        CONSTRAINT products_pkey PRIMARY KEY (product_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE products, products_hourly, activity_hourly, sessions');
  }
}
