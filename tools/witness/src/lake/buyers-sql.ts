/** CTE `behind`: the user `known` on the browser of each row at a moment; NULL unless it is one. */
export const behind = (table: string, key: string, moment: string): string => `near AS (
  SELECT ${key}, links.usr, first_at <= ${moment} AS had_begun, ${moment} BETWEEN first_at AND last_at AS covers,
    first_at = min(first_at) OVER (PARTITION BY ${key}) AS is_first
  FROM ${table} JOIN links USING (client)
), behind AS (
  SELECT ${key}, CASE
      WHEN count(*) FILTER (WHERE covers) = 1 THEN min(usr) FILTER (WHERE covers)
      WHEN count(*) FILTER (WHERE had_begun) = 0 AND count(*) FILTER (WHERE is_first) = 1
        THEN min(usr) FILTER (WHERE is_first) END AS known
  FROM near GROUP BY ${key}
)`;

/**
 * Tables `links`, from the first to the last event that names a user on a browser, and
 * `buyer_orders`, each order with who bought: the user that it names, the one who was signed in
 * there before and after, the first who signed in later, or the browser (ADR 0018).
 */
export const BUYERS = `
CREATE TABLE links AS
SELECT client, usr, min(moment) AS first_at, max(moment) AS last_at
FROM events WHERE client IS NOT NULL AND usr IS NOT NULL GROUP BY ALL;

CREATE TABLE buyer_orders AS
WITH ${behind('orders', 'order_key', 'placed_at')}
SELECT net_orders.*, coalesce(usr, known) AS buying_user, coalesce('user ' || buying_user, 'browser ' || client) AS buyer
FROM net_orders LEFT JOIN behind USING (order_key);
`;
