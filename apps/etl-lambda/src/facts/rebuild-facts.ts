import type { ClientBase } from 'pg';
import { lockFacts } from './add-to-facts';
import { insertAllSessions } from './session-facts';

/**
 * Computes all facts anew from the events, in the caller's transaction: readers see the old facts until it commits.
 * The result is the same, row for row, as what the loads kept up to date.
 */
export async function rebuildFacts(client: ClientBase): Promise<void> {
  await lockFacts(client);
  for (const table of ['activity_hourly', 'products_hourly', 'products', 'sessions']) {
    await client.query(`DELETE FROM ${table}`);
  }
  await client.query(`
    INSERT INTO activity_hourly (hour, event_name, login_state, is_bot, events, revenue)
    SELECT date_trunc('hour', event_timestamp, 'UTC'), event_name, coalesce(user_login_state, 'unknown'), is_bot,
      count(*), coalesce(sum(order_revenue) FILTER (WHERE event_name = 'checkout_complete'), 0)
    FROM clickstream_events GROUP BY 1, 2, 3, 4`);
  await client.query(`
    INSERT INTO products_hourly
      (hour, product_id, login_state, is_bot, views, add_to_carts, units_ordered, revenue)
    SELECT date_trunc('hour', event_timestamp, 'UTC'), product_id, coalesce(user_login_state, 'unknown'), is_bot,
      sum(views), sum(add_to_carts), sum(units), sum(units * unit_price)
    FROM (
      SELECT event_timestamp, user_login_state, is_bot, context_product_id AS product_id,
        (event_name = 'product_view')::integer AS views,
        (event_name = 'add_to_cart_click')::integer AS add_to_carts,
        0 AS units, 0 AS unit_price
      FROM clickstream_events
      WHERE event_name IN ('product_view', 'add_to_cart_click') AND context_product_id IS NOT NULL
      UNION ALL
      SELECT event_timestamp, user_login_state, is_bot, item ->> 'id', 0, 0, (item ->> 'quantity')::integer,
        coalesce((item ->> 'discountPrice')::numeric, (item ->> 'price')::numeric, 0)
      FROM clickstream_events, jsonb_array_elements(items) AS item
      WHERE event_name = 'checkout_complete'
    ) AS part GROUP BY 1, 2, 3, 4`);
  await client.query(`
    INSERT INTO products (product_id, product_name, category, brand, price, seen_at, seen_event_id)
    SELECT DISTINCT ON (product_id) product_id, product_name, category, brand, price, event_timestamp, event_id
    FROM (
      SELECT event_timestamp, event_id, 0 AS place, context_product_id AS product_id,
        context_product_name AS product_name, context_product_category AS category,
        context_product_brand AS brand, context_product_price AS price
      FROM clickstream_events
      UNION ALL
      SELECT event_timestamp, event_id, place, item ->> 'id', item ->> 'name', item ->> 'category',
        item ->> 'brand', (item ->> 'price')::numeric
      FROM clickstream_events, jsonb_array_elements(items) WITH ORDINALITY AS line (item, place)
      WHERE event_name = 'checkout_complete'
    ) AS seen
    WHERE product_id IS NOT NULL AND product_name IS NOT NULL
    ORDER BY product_id, event_timestamp DESC, event_id DESC, place DESC`);
  await insertAllSessions(client);
}
