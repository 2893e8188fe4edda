const FORM = JSON.stringify({
  number: 'BIGINT',
  kind: 'VARCHAR',
  orderId: 'VARCHAR',
  refundId: 'VARCHAR',
  at: 'VARCHAR',
  amount: 'VARCHAR',
  currency: 'VARCHAR',
  day: 'VARCHAR',
});

/**
 * Tables `booked`, orders and refunds of the shop's own books, each by the line with the lowest
 * number, and `closed`, the days that they cover (docs/books.md).
 */
export const BOOKS = `
CREATE TABLE book_lines AS
SELECT object, line, told.* FROM (
  SELECT object, line, CASE WHEN json_valid(text) THEN from_json(text, '${FORM}') END AS told
  FROM texts WHERE object LIKE 'orders/%'
) WHERE told IS NOT NULL;
DELETE FROM texts WHERE object LIKE 'orders/%';

CREATE TABLE booked AS
SELECT kind, orderId AS order_key, epoch_ms(cast("at" AS TIMESTAMPTZ)) AS booked_at, amount::DECIMAL(24, 6) AS amount,
  upper(currency) AS currency
FROM book_lines WHERE kind IN ('order', 'refund')
QUALIFY row_number() OVER (PARTITION BY kind, CASE kind WHEN 'order' THEN orderId ELSE refundId END
  ORDER BY number, object, line) = 1;

CREATE TABLE closed AS SELECT day FROM book_lines WHERE kind = 'close';
CREATE MACRO is_closed(day_to_ask) AS day_to_ask BETWEEN (SELECT min(day) FROM closed) AND (SELECT max(day) FROM closed);
`;
