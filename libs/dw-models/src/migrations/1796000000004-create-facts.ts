import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Facts of traffic: sessions, hourly roll-ups, products, faults of senders, and the version of
 * their definitions.
 */
export class CreateFacts1796000000004 implements MigrationInterface {
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
        events integer NOT NULL,
        page_views integer NOT NULL,
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
        is_resumed boolean NOT NULL,
        resumed_carted_at timestamptz,
        resumed_checkout_at timestamptz,
        is_clock_corrected boolean NOT NULL,
        CONSTRAINT sessions_pkey PRIMARY KEY (session_id)
      );
      CREATE INDEX sessions_hour ON sessions (started_hour);
      CREATE INDEX sessions_clock_corrected ON sessions (session_id) WHERE is_clock_corrected;
      CREATE INDEX sessions_viewer ON sessions (client_id, started_at) WHERE viewed_at IS NOT NULL;
      COMMENT ON COLUMN sessions.is_resumed IS
        'It begins with a step of a purchase, before it views anything: the page is that of a session before.';
      COMMENT ON COLUMN sessions.is_clock_corrected IS
        'One of its events has a clock_offset_ms. Times of the session and of its carts are then settled among its events.';

      CREATE TABLE activity_hourly (
        hour timestamptz NOT NULL,
        event_name text NOT NULL,
        login_state text NOT NULL,
        is_bot boolean NOT NULL,
        events integer NOT NULL,
        is_staff boolean NOT NULL,
        CONSTRAINT activity_hourly_pkey PRIMARY KEY (hour, event_name, login_state, is_bot, is_staff)
      );

      CREATE TABLE products_hourly (
        hour timestamptz NOT NULL,
        product_id text NOT NULL,
        login_state text NOT NULL,
        is_bot boolean NOT NULL,
        views integer NOT NULL,
        add_to_carts integer NOT NULL,
        is_staff boolean NOT NULL,
        CONSTRAINT products_hourly_pkey PRIMARY KEY (hour, product_id, login_state, is_bot, is_staff)
      );

      CREATE TABLE products (
        product_id text NOT NULL,
        product_name text,
        category text,
        brand text,
        price numeric,
        seen_at timestamptz NOT NULL,
        seen_event_id uuid NOT NULL,
        seen_sequence integer,
        CONSTRAINT products_pkey PRIMARY KEY (product_id)
      );
    `);
    await runner.query(`
      CREATE TABLE sender_faults (
        hour timestamptz NOT NULL,
        sender text NOT NULL,
        fault text NOT NULL,
        events integer NOT NULL,
        CONSTRAINT sender_faults_pkey PRIMARY KEY (hour, sender, fault)
      );
      COMMENT ON TABLE sender_faults IS
        'Events of an hour of receipt that were put right, by sender and fault. An event with two faults is in two rows.';

      CREATE TABLE facts_state (
        one boolean NOT NULL DEFAULT true,
        version integer NOT NULL,
        CONSTRAINT facts_state_pkey PRIMARY KEY (one),
        CONSTRAINT facts_state_one CHECK (one)
      );
      COMMENT ON TABLE facts_state IS 'One row: the version of the definitions by which all facts are computed.';
      -- The facts of no events are those of any definition.
      INSERT INTO facts_state (version) VALUES (6);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE facts_state, sender_faults, products, products_hourly, activity_hourly, sessions;
    `);
  }
}
