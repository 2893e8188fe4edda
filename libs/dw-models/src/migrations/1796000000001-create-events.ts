import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The event table, partitioned by the month that a UUIDv7 carries, and the
 * function that adds months.
 */
export class CreateEvents1796000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE clickstream_events (
        event_id uuid NOT NULL,
        event_timestamp timestamptz NOT NULL,
        event_name text NOT NULL,
        user_id text,
        user_login_state text,
        identity_source text,
        client_id text,
        session_id text,
        is_first_visit boolean,
        context_product_id text,
        context_product_name text,
        context_product_category text,
        context_product_brand text,
        context_product_price numeric,
        context_product_discount_price numeric,
        context_product_url_path text,
        page_url text,
        page_path text,
        page_title text,
        referrer text,
        utm_source text,
        utm_medium text,
        utm_campaign text,
        utm_term text,
        utm_content text,
        channel text,
        device text,
        search_term text,
        cart_id text,
        cart_value numeric,
        order_id text,
        order_revenue numeric,
        order_tax numeric,
        order_shipping numeric,
        currency text,
        items jsonb,
        element jsonb,
        properties jsonb,
        received_at timestamptz NOT NULL DEFAULT now(),
        source_object_id integer,
        source_line integer,
        schema_version smallint NOT NULL DEFAULT 1,
        is_bot boolean NOT NULL DEFAULT false,
        is_staff boolean NOT NULL DEFAULT false,
        sequence integer,
        clock_offset_ms bigint,
        refund_id text,
        context_product_quantity integer,
        CONSTRAINT clickstream_events_pkey PRIMARY KEY (event_id)
      ) PARTITION BY RANGE (event_id);

      CREATE TABLE clickstream_events_default PARTITION OF clickstream_events DEFAULT;

      CREATE INDEX clickstream_events_time ON clickstream_events
        USING brin (event_timestamp) WITH (autosummarize = on);
      CREATE INDEX clickstream_events_session ON clickstream_events (session_id);
      -- What a browser did with its carts, found without reading the rest of it.
      CREATE INDEX clickstream_events_shopper ON clickstream_events ((coalesce(client_id, session_id, cart_id)))
        WHERE cart_id IS NOT NULL OR event_name IN
          ('add_to_cart_click', 'remove_from_cart_click', 'checkout_start', 'checkout_step', 'checkout_complete');

      COMMENT ON COLUMN clickstream_events.sequence IS
        'Its place among the events of its browser: orders events of one moment, those without it first.';
      COMMENT ON COLUMN clickstream_events.clock_offset_ms IS
        'Milliseconds that were added to the time the browser gave, whose clock was wrong; NULL where it was right.';
      COMMENT ON COLUMN clickstream_events.refund_id IS
        'The shop''s id of the refund: a refund told again carries the same.';
      COMMENT ON COLUMN clickstream_events.context_product_quantity IS
        'Pieces of the product that the event is about; NULL where it says nothing of that.';
    `);
    await runner.query(`
      CREATE FUNCTION first_event_id(month date) RETURNS uuid
      LANGUAGE sql IMMUTABLE STRICT AS $$
        SELECT rpad(lpad(to_hex((extract(epoch FROM month) * 1000)::bigint), 12, '0'), 32, '0')::uuid
      $$;
      COMMENT ON FUNCTION first_event_id IS 'The smallest UUIDv7 of a month (UTC): the bound of its partition.';
    `);
    // The bounds keep a nonsense id (a clock in 1970 or 2999) from making partitions. Its row stays
    // in the default partition, which is unique and queried like the others, only slower to drop.
    await runner.query(`
      CREATE FUNCTION ensure_event_partitions(first_month date, last_month date) RETURNS integer
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
      DECLARE
        today date := (now() AT TIME ZONE 'UTC')::date;
        month date := date_trunc('month', greatest(first_month, (today - interval '5 years')::date));
        until date := date_trunc('month', least(last_month, (today + interval '1 month')::date));
        next_month date;
        partition text;
        created integer := 0;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('ensure_event_partitions'));
        WHILE month <= until LOOP
          next_month := month + interval '1 month';
          partition := 'clickstream_events_' || to_char(month, 'YYYY_MM');
          IF to_regclass('public.' || partition) IS NULL THEN
            EXECUTE format(
              'CREATE TABLE public.%I (LIKE public.clickstream_events INCLUDING DEFAULTS INCLUDING CONSTRAINTS)',
              partition);
            EXECUTE format(
              'WITH moved AS (
                 DELETE FROM public.clickstream_events_default WHERE event_id >= %L AND event_id < %L RETURNING *
               ) INSERT INTO public.%I SELECT * FROM moved',
              public.first_event_id(month), public.first_event_id(next_month), partition);
            EXECUTE format(
              'ALTER TABLE public.clickstream_events ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)',
              partition, public.first_event_id(month), public.first_event_id(next_month));
            created := created + 1;
          END IF;
          month := next_month;
        END LOOP;
        RETURN created;
      END $$;
      COMMENT ON FUNCTION ensure_event_partitions IS
        'Makes the partitions of these months and moves rows of the default partition into them. Months more than five '
        'years back or more than one month ahead are left out. Returns how many were made.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION ensure_event_partitions;
      DROP FUNCTION first_event_id;
      DROP TABLE clickstream_events;
    `);
  }
}
