/**
 * Table `categories`: the category of each product, as the last event says that names it.
 * Within an event its product comes before the lines of its order.
 */
export const CATEGORIES = `
CREATE TABLE categories AS
WITH told AS (
  SELECT product_id AS id, product_name AS name, product_category AS category, moment, sequence, event_id, 0 AS place
  FROM events WHERE product_id IS NOT NULL
  UNION ALL
  SELECT item.id, item.name, item.category, moment, sequence, event_id, place
  FROM (
    SELECT moment, sequence, event_id, unnest(items) AS item, generate_subscripts(items, 1) AS place
    FROM events WHERE name = 'checkout_complete'
  )
)
SELECT id, category FROM told WHERE name IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY id
  ORDER BY moment DESC, coalesce(sequence, -1) DESC, event_id DESC, place DESC) = 1;
`;
