/**
 * The orders of a funnel. A visitor is looked up by browser as for the events: who is behind an
 * order is worked out by itself only where several users share the browser.
 */
export const LOOKED_UP_ORDERS = `
  CREATE OR REPLACE FUNCTION dash.funnel_orders_sql(f jsonb, since timestamptz, until timestamptz) RETURNS text
  LANGUAGE sql STABLE AS $$
    SELECT format('SELECT u.reached, u.group_1, u.group_2, o.currency, o.net
        FROM dash.orders o%5$s JOIN units u ON u.unit = %1$s
          AND o.placed_at BETWEEN u.times[1] AND u.times[1] + interval %2$L
        WHERE o.placed_at >= %3$L::timestamptz AND o.placed_at < %4$L::timestamptz + interval %2$L',
      CASE f ->> 'unit' WHEN 'session' THEN 'o.session_id' WHEN 'cart' THEN 'o.cart_id' ELSE '
        CASE
          WHEN o.was_signed_in OR l.users > 1 THEN coalesce(''user:'' || o.user_id, ''browser:'' || o.client_id)
          WHEN o.placed_at <= l.last_at THEN ''user:'' || l.user_id
          ELSE ''browser:'' || o.client_id
        END' END,
      (f ->> 'window') || ' seconds', since, until,
      CASE f ->> 'unit' WHEN 'visitor' THEN ' LEFT JOIN (
          SELECT client_id, count(*) AS users, min(user_id) AS user_id, max(last_at) AS last_at
          FROM dash.identity_links GROUP BY client_id) l ON l.client_id = o.client_id' ELSE '' END)
  $$;
`;
