/**
 * Refunds of the books next to those of analytics: by their id; those left, within their order by
 * amount and currency; those left then, within their order by time.
 */
export const MATCH_REFUNDS = `
  CREATE VIEW dash.matched_refunds AS
    WITH booked AS (
      SELECT entry_id AS id, coalesce(order_id, 'refund:' || entry_id) AS order_key, at, amount, currency,
        row_number() OVER (ORDER BY at, number) AS key
      FROM dash.book_entries WHERE kind = 'refund'
    ), told AS (
      SELECT refund_id AS id, order_id AS order_key, refunded_at AS at, amount,
        coalesce(currency, (SELECT currency FROM dash.book_calendar)) AS currency, told, event_id AS key,
        row_number() OVER (PARTITION BY refund_id ORDER BY refunded_at, event_id) AS turn
      FROM dash.refunds
    ), by_id AS (
      SELECT booked.key AS booked_key, told.key AS told_key
      FROM booked JOIN told ON told.id = booked.id AND told.turn = 1
    ), booked_left AS (
      SELECT *, row_number() OVER (PARTITION BY order_key, amount, currency ORDER BY at, key) AS place
      FROM booked WHERE key NOT IN (SELECT booked_key FROM by_id)
    ), told_left AS (
      SELECT *, row_number() OVER (PARTITION BY order_key, amount, currency ORDER BY at, key) AS place
      FROM told WHERE key NOT IN (SELECT told_key FROM by_id)
    ), by_amount AS (
      SELECT booked_left.key AS booked_key, told_left.key AS told_key
      FROM booked_left JOIN told_left USING (order_key, amount, currency, place)
    ), booked_rest AS (
      SELECT *, row_number() OVER (PARTITION BY order_key ORDER BY at, key) AS turn
      FROM booked_left WHERE key NOT IN (SELECT booked_key FROM by_amount)
    ), told_rest AS (
      SELECT key, order_key, row_number() OVER (PARTITION BY order_key ORDER BY at, key) AS turn
      FROM told_left WHERE key NOT IN (SELECT told_key FROM by_amount)
    ), pairs AS (
      SELECT * FROM by_id UNION ALL SELECT * FROM by_amount UNION ALL
      SELECT booked_rest.key, told_rest.key FROM booked_rest FULL JOIN told_rest USING (order_key, turn)
    )
    SELECT coalesce(booked.order_key, told.order_key) AS order_id, coalesce(booked.id, told.id) AS refund_id,
      booked.at AS booked_at, booked.amount AS booked, booked.currency AS booked_currency,
      told.at AS told_at, told.amount AS told, told.currency AS told_currency, coalesce(told.told, 0) AS times
    FROM pairs
    LEFT JOIN booked ON booked.key = pairs.booked_key
    LEFT JOIN told ON told.key = pairs.told_key;
  COMMENT ON VIEW dash.matched_refunds IS
    'Refunds of the books and of analytics, each once and next to each other where they are the same one: by id, else by '
    'order, amount and currency, else by order. A currency that an event does not name is the shop''s.';
`;
