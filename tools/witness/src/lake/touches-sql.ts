import { behind } from './buyers-sql';

const MONTH_MS = 30 * 86_400_000;
const WEEK_S = 604_800;

/**
 * Table `credits`: what each model of docs/attribution-models.md credits each visit before an
 * order with, and the visit of the order itself.
 */
export const TOUCHES = `
CREATE TABLE touches AS
WITH ${behind('sessions', 'session', 'started_at')}, browsers AS (
  SELECT order_key, client FROM buyer_orders WHERE client IS NOT NULL
  UNION
  SELECT order_key, links.client FROM buyer_orders JOIN links ON links.usr = buying_user
), of_others AS (
  SELECT order_key, sessions.session FROM browsers JOIN buyer_orders USING (order_key)
  JOIN sessions ON sessions.client = browsers.client LEFT JOIN behind ON behind.session = sessions.session
  WHERE sessions.session IS DISTINCT FROM buyer_orders.session AND NOT sessions.is_bot
    AND started_at < placed_at AND started_at >= placed_at - ${MONTH_MS}
    AND (buying_user IS NULL OR sessions.usr = buying_user
      OR (sessions.usr IS NULL AND (known = buying_user OR NOT EXISTS (
        FROM links WHERE links.client = sessions.client AND links.usr <> buying_user))))
  QUALIFY row_number() OVER (PARTITION BY order_key ORDER BY started_at DESC, sessions.session DESC) <= 200
), visits AS (
  FROM of_others
  UNION ALL
  SELECT order_key, session FROM buyer_orders JOIN sessions USING (session)
), numbered AS (
  SELECT o.order_key, o.placed_at, o.state, o.is_bot, o.currency, o.net, visits.session, arrivals.* EXCLUDE (session, channel),
    CASE WHEN visits.session IS NULL THEN 'unknown' WHEN coalesce(channel, 'internal') = 'internal' THEN 'direct'
      ELSE channel END AS channel,
    coalesce(pow(0.5, greatest(o.placed_at - started_at, 0) / 1000.0 / ${WEEK_S}), 1) AS by_time,
    row_number() OVER (PARTITION BY o.order_key ORDER BY started_at, visits.session) AS place,
    count(*) OVER (PARTITION BY o.order_key) AS touches
  FROM buyer_orders AS o LEFT JOIN visits USING (order_key)
  LEFT JOIN sessions ON sessions.session = visits.session LEFT JOIN arrivals ON arrivals.session = visits.session
)
SELECT *, coalesce(max(place) FILTER (WHERE channel <> 'direct') OVER (PARTITION BY order_key), touches) AS last_known,
  CASE WHEN touches <= 2 THEN 1 WHEN place IN (1, touches) THEN 0.4 ELSE 0.2 / (touches - 2) END::DOUBLE AS by_position
FROM numbered;

CREATE TABLE credits AS
WITH weighed AS (
  SELECT touches.*, unnest([
    {model: 'first', weight: (place = 1)::INTEGER::DOUBLE}, {model: 'last', weight: (place = touches)::INTEGER::DOUBLE},
    {model: 'last_non_direct', weight: (place = last_known)::INTEGER::DOUBLE}, {model: 'linear', weight: 1::DOUBLE},
    {model: 'position', weight: by_position}, {model: 'time_decay', weight: by_time}], recursive := true)
  FROM touches
), shared AS (
  SELECT *, weight / sum(weight) OVER of_order AS share,
    (sum(weight) OVER (of_order ORDER BY place) / sum(weight) OVER of_order)::DECIMAL(18, 15) AS share_so_far
  FROM weighed WINDOW of_order AS (PARTITION BY order_key, model)
), so_far AS (
  -- The last visit takes what is left of an order.
  SELECT *, CASE WHEN place = touches THEN net::DECIMAL(20, 6)
    ELSE round(net::DECIMAL(20, 6) * share_so_far, 2) END AS net_so_far
  FROM shared
)
SELECT * EXCLUDE (net), net_so_far - coalesce(lag(net_so_far) OVER (PARTITION BY order_key, model ORDER BY place), 0) AS net
FROM so_far;
`;
