import type { Filters } from './dashboard';

/** A statement over `public.clickstream_events` and its values, for `sql(...statement)`. */
export type Statement = [text: string, values: unknown[]];

/** A day begins at the shop's midnight: a timestamp without zone, read on the shop's clock. */
const RANGE = (column: string) => `
  ${column} >= $1::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
  AND ${column} < ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'`;

const valuesOf = ({ from, to, login = 'all', traffic = 'people' }: Filters) => [
  from,
  to,
  login,
  traffic === 'people',
];

const EVENTS_IN_FILTER = `
  ${RANGE('event_timestamp')}
  AND ($3 = 'all' OR user_login_state = $3)
  AND NOT ($4 AND is_bot)`;

/**
 * Page views, orders (each once, as it was first reported) and revenue by the events'
 * own time and login state.
 */
export const countEvents = (filters: Filters): Statement => [
  `WITH first_told AS (
     SELECT DISTINCT ON (coalesce(order_id, event_id::text)) *
     FROM public.clickstream_events WHERE event_name = 'checkout_complete'
     ORDER BY coalesce(order_id, event_id::text), event_timestamp, sequence NULLS FIRST, event_id
   )
   SELECT (SELECT count(*)::int FROM public.clickstream_events
            WHERE event_name = 'page_view' AND ${EVENTS_IN_FILTER}) AS page_views,
          count(*)::int AS orders, coalesce(sum(order_revenue), 0)::float8 AS revenue
   FROM first_told WHERE ${EVENTS_IN_FILTER}`,
  valuesOf(filters),
];

/** Views and cart clicks of each product, by the events' own time and login state. */
export const countProducts = (filters: Filters): Statement => [
  `SELECT context_product_id AS id,
          count(*) FILTER (WHERE event_name = 'product_view')::int AS views,
          count(*) FILTER (WHERE event_name = 'add_to_cart_click')::int AS carts
   FROM public.clickstream_events
   WHERE event_name IN ('product_view', 'add_to_cart_click') AND ${EVENTS_IN_FILTER}
   GROUP BY context_product_id`,
  valuesOf(filters),
];

/**
 * Sessions that began in the days, and how far each went after a product view: a later
 * step implies those before it.
 */
export const countSessions = (filters: Filters): Statement => [
  `WITH session AS (
     SELECT session_id, min(event_timestamp) AS began,
            min(CASE user_login_state WHEN 'logged_in' THEN 1 WHEN 'guest' THEN 2 WHEN 'anonymous' THEN 3 ELSE 4 END) AS state,
            bool_or(is_bot) AS bot
     FROM public.clickstream_events WHERE session_id IS NOT NULL GROUP BY session_id
   ), chosen AS (
     SELECT session_id FROM session
     WHERE ${RANGE('began')}
       AND ($3 = 'all' OR state = array_position(ARRAY['logged_in', 'guest', 'anonymous'], $3))
       AND NOT ($4 AND bot)
   ), step AS (
     SELECT session_id, event_name, event_timestamp AS at
     FROM public.clickstream_events JOIN chosen USING (session_id)
   )
   SELECT count(*)::int AS sessions, count(v.at)::int AS viewed, count(a.at)::int AS carted,
          count(c.at)::int AS checked_out, count(o.at)::int AS ordered
   FROM chosen s
   LEFT JOIN LATERAL (SELECT min(at) AS at FROM step WHERE step.session_id = s.session_id AND event_name = 'product_view') v ON true
   LEFT JOIN LATERAL (SELECT min(at) AS at FROM step WHERE step.session_id = s.session_id AND at >= v.at
     AND event_name IN ('add_to_cart_click', 'checkout_start', 'checkout_step', 'checkout_complete')) a ON true
   LEFT JOIN LATERAL (SELECT min(at) AS at FROM step WHERE step.session_id = s.session_id AND at >= v.at
     AND event_name IN ('checkout_start', 'checkout_step', 'checkout_complete')) c ON true
   LEFT JOIN LATERAL (SELECT min(at) AS at FROM step WHERE step.session_id = s.session_id AND at >= v.at
     AND event_name = 'checkout_complete') o ON true`,
  valuesOf(filters),
];
