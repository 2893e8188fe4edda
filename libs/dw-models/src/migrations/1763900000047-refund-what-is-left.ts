import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a refund gives back that names no amount: what the order says of the lines that it names, and without lines, what is left
 * of the order. How refunds are counted: ADR 0039.
 */
export class RefundWhatIsLeft1763900000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE refunds ADD COLUMN items jsonb;
      COMMENT ON COLUMN refunds.items IS 'The lines of a refund that names no amount; NULL of any other, and where it has none.';

      CREATE OR REPLACE VIEW dash.refunds AS
        WITH told AS (
          SELECT r.order_id, r.refund_id, r.refunded_at, r.refunded_sequence, r.refunded_event_id, r.told,
            coalesce(r.amount, of_lines.amount) AS amount, r.amount IS NULL AS is_computed, o.gross,
            -- What an order without a currency gives back is in the same, the shop's own; all that is left of one, in its own.
            CASE
              WHEN o.order_id IS NULL THEN r.currency
              WHEN o.currency IS NULL OR coalesce(r.amount, of_lines.amount) IS NULL THEN o.currency
              ELSE coalesce(r.currency, o.currency)
            END AS currency,
            o.currency AS order_currency,
            coalesce(o.login_state, r.login_state) AS login_state,
            coalesce(o.is_bot, r.is_bot) AS is_bot,
            coalesce(o.is_staff OR dash.is_staff(o.user_id), r.is_staff) AS is_staff
          FROM public.refunds r
          LEFT JOIN public.orders o USING (order_id)
          LEFT JOIN LATERAL (
            SELECT coalesce(sum(line.quantity * coalesce(line."discountPrice", line.price, (
              SELECT max(coalesce(bought."discountPrice", bought.price))
              FROM jsonb_to_recordset(o.items) AS bought (id text, price numeric, "discountPrice" numeric)
              WHERE bought.id = line.id))), 0) AS amount
            FROM jsonb_to_recordset(r.items) AS line (id text, quantity numeric, price numeric, "discountPrice" numeric)
          ) AS of_lines ON r.items IS NOT NULL
        ), counted AS (
          -- One without an id is the same as one with an id of that amount: the browser told it, and the server. So is one that
          -- names lines the same as one that names what they came to.
          SELECT *, amount IS NOT NULL AND (refund_id IS NOT NULL OR NOT (
            bool_or(refund_id IS NOT NULL) OVER same OR is_computed AND bool_or(NOT is_computed) OVER same)) AS counts
          FROM told
          WINDOW same AS (PARTITION BY order_id, amount)
        ), left_over AS (
          SELECT *,
            gross - coalesce(sum(amount) FILTER (WHERE counts AND currency IS NOT DISTINCT FROM order_currency)
              OVER (PARTITION BY order_id), 0) AS rest,
            bool_or(counts) OVER (PARTITION BY order_id) AS has_others,
            row_number() OVER (PARTITION BY order_id, amount IS NULL
              ORDER BY refunded_at, coalesce(refunded_sequence, -1), refunded_event_id) AS place
          FROM counted
        )
        SELECT order_id, refund_id, refunded_at, coalesce(amount, greatest(rest, 0), 0) AS amount, currency,
          login_state, is_bot, is_staff, told, refunded_event_id AS event_id
        FROM left_over
        WHERE counts OR amount IS NULL AND place = 1 AND (NOT has_others OR rest > 0);
      COMMENT ON VIEW dash.refunds IS
        'One row a refund, however often it was told. One that names neither an amount nor lines gives back what the others have '
        'left of the order. A refund of an order that was never told is here, and in no order.';

      -- The facts of no events are those of any definition.
      UPDATE facts_state SET version = 5 WHERE version < 5 AND NOT EXISTS (SELECT FROM clickstream_events);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE facts_state SET version = least(version, 4);
      CREATE OR REPLACE VIEW dash.refunds AS
        SELECT r.order_id, r.refund_id, r.refunded_at,
          coalesce(r.amount, o.gross, 0) AS amount,
          CASE WHEN o.order_id IS NULL OR o.currency IS NOT NULL THEN coalesce(r.currency, o.currency) END AS currency,
          coalesce(o.login_state, r.login_state) AS login_state,
          coalesce(o.is_bot, r.is_bot) AS is_bot,
          coalesce(o.is_staff OR dash.is_staff(o.user_id), r.is_staff) AS is_staff,
          r.told, r.refunded_event_id AS event_id
        FROM public.refunds r
        LEFT JOIN public.orders o USING (order_id)
        WHERE r.refund_id IS NOT NULL OR NOT EXISTS (
          SELECT FROM public.refunds other
          WHERE other.order_id = r.order_id
            AND coalesce(other.amount, o.gross) IS NOT DISTINCT FROM coalesce(r.amount, o.gross)
            AND (other.refund_id IS NOT NULL OR other.amount IS NOT NULL AND r.amount IS NULL));
      ALTER TABLE refunds DROP COLUMN items;
    `);
  }
}
