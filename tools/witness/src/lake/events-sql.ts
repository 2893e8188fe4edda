/** Positions count from 1; 0 is one that is not known. */
const position = (told: string) => `coalesce(try_cast(${told} AS INTEGER), 0)`;
const items = (list: string) => `list_transform(
    list_filter(${list}, item -> item.id IS NOT NULL AND coalesce(item.quantity::DECIMAL(18, 6), 1) > 0),
    item -> {id: item.id, name: item.name, category: item.category, quantity: coalesce(item.quantity::BIGINT, 1),
      full_price: coalesce(item.price::DECIMAL(24, 6), item.discountPrice::DECIMAL(24, 6), 0),
      price: coalesce(item.discountPrice::DECIMAL(24, 6), item.price::DECIMAL(24, 6), 0),
      list: nullif(item.listName, ''), position: ${position('item.position')}})`;

/**
 * Tables `events`, each event once: of lines with one id, the first received counts, by key
 * and line (ADR 0030); and `settled`, the same with the times by which sessions and carts
 * are put together (ADR 0041). View `placed_lines` has
 * each line with the hour of its object.
 */
export const EVENTS = `
CREATE TABLE events AS
SELECT object, line, lower(told.eventId) AS event_id, told.eventName AS name, moment, clock_offset, told.sequence AS sequence,
  nullif(told.clientId, '') AS client, nullif(told.sessionId, '') AS session, nullif(told.userId, '') AS usr,
  coalesce(told.userLoginState, 'unknown') AS state, coalesce(is_bot, false) AS is_bot, coalesce(device, 'unknown') AS device,
  told.pageUrl AS page_url, told.referrer AS referrer,
  told.search.term AS search_term,
  CASE WHEN json_type(told.search.results) IN ('UBIGINT', 'BIGINT', 'DOUBLE') THEN told.search.results::VARCHAR::DOUBLE END AS results,
  told.product.id AS product_id, told.product.name AS product_name, told.product.category AS product_category,
   coalesce(told.product.quantity::BIGINT, 1) AS product_quantity,
  coalesce(told.product.discountPrice, told.product.price, '0')::DECIMAL(24, 6) AS product_price,
  nullif(coalesce(told.list.name, told.product.listName), '') AS list, ${position('told.product.position')} AS position,
  coalesce(try_cast(told.list.items[1].position AS INTEGER), 1) AS first_shown, len(told.list.items) AS shown,
  told.cart.cartId AS cart_id, told.cart.value::DECIMAL(24, 6) AS cart_value,
  told.order.orderId AS order_id, told.order.refundId AS refund_id, told.order.revenue::DECIMAL(24, 6) AS revenue,
  upper(coalesce(told.order.currency, told.cart.currency)) AS currency,
  ${items('coalesce(told.order.items, told.cart.items)')} AS items
FROM lines LEFT JOIN agents ON agent = told._ingest.userAgent
WHERE kind = 'own'
QUALIFY row_number() OVER (PARTITION BY lower(told.eventId) ORDER BY object, line) = 1;

CREATE TABLE corrections AS
WITH clocked AS (
  SELECT event_id, session, sequence, moment, moment - coalesce(clock_offset, 0) AS told_at,
    CASE WHEN clock_offset IS NOT NULL THEN clock_offset WHEN sequence IS NOT NULL THEN 0 END AS clock
  FROM events
  WHERE session IN (SELECT session FROM events WHERE clock_offset IS NOT NULL)
), clocks AS (
  SELECT DISTINCT session, clock FROM clocked WHERE clock IS NOT NULL
), quickest AS (
  SELECT own.session, own.clock, min(other.clock) AS nearest
  FROM clocks AS own JOIN clocks AS other
    ON other.session = own.session AND other.clock BETWEEN own.clock - 360000 AND own.clock
  GROUP BY ALL
), counted_again AS (
  SELECT DISTINCT session FROM clocked WHERE sequence IS NOT NULL
  GROUP BY session, sequence HAVING max(told_at) - min(told_at) > 1000
), by_clock AS (
  SELECT clocked.*, coalesce(told_at + nearest, moment) AS moved_to
  FROM clocked LEFT JOIN quickest USING (session, clock)
)
SELECT event_id, CASE
    WHEN sequence IS NULL OR session IN (SELECT session FROM counted_again) THEN moved_to
    ELSE min(moved_to) FILTER (WHERE sequence IS NOT NULL)
      OVER (PARTITION BY session ORDER BY coalesce(sequence, -1) DESC)
  END AS settled_at
FROM by_clock;

CREATE VIEW settled AS
SELECT events.* REPLACE (coalesce(settled_at, moment) AS moment)
FROM events LEFT JOIN corrections USING (event_id);

CREATE VIEW placed_lines AS
SELECT kind, event_id IS NOT NULL AS is_event, epoch_ms(strptime(
    regexp_extract(object, '(\\d{4}/\\d{2}/\\d{2}/\\d{2})/', 1), '%Y/%m/%d/%H')) AS hour_of_key
FROM lines LEFT JOIN events USING (object, line);
`;
