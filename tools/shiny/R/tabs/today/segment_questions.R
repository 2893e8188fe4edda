#' The query of the segments on Today: sessions, orders and net revenue of both periods by channel, campaign,
#' device and category.

#' An order with products of several categories is divided among them by the price of its lines. The last one
#' takes the rest, so that the parts add up to the order. Squares and the largest are by visitor: those with
#' one order in a period are added up without being told apart.
change_segments_sql <- function() paste0(TURN, ", begun_now AS (
  SELECT is_now, channel, device, coalesce(utm_campaign, '') AS campaign, sum(sessions * weight) AS sessions
  FROM ", COUNTED_VISITS, "
  JOIN span USING (hour)
  WHERE ", MATCHING, "
  GROUP BY 1, 2, 3, 4
), earning AS MATERIALIZED (
  SELECT row_number() OVER () AS nth,
         hashtextextended(coalesce(chosen.client_id, session_id, order_id), 0) AS visitor,
         coalesce(s.channel, 'unknown') AS channel, coalesce(s.device, 'unknown') AS device,
         coalesce(s.utm_campaign, '') AS campaign, net::float8 AS net, is_now, weight, items
  FROM (
    SELECT placed.*, is_now, weight
    FROM ", PLACED_ORDERS, "
    ", SPAN_OF_ORDERS, "
    WHERE ", IN_SHOP_CURRENCY, " AND ", MATCHING_ORDERS, "
  ) AS chosen
  LEFT JOIN public.sessions s USING (session_id)
), ordering AS MATERIALIZED (
  SELECT visitor, is_now, count(*) > 1 AS is_several FROM earning GROUP BY 1, 2
), priced AS (
  SELECT nth, coalesce(p.category, 'unknown') AS category,
         coalesce(sum(quantity * coalesce(\"discountPrice\", item.price, 0)), 0) AS price
  FROM earning
  LEFT JOIN LATERAL jsonb_to_recordset(items)
    AS item (id text, quantity numeric, price numeric, \"discountPrice\" numeric) ON true
  LEFT JOIN public.products p ON p.product_id = item.id
  GROUP BY 1, 2
), so_far AS (
  SELECT *, sum(price) OVER in_order AS price_so_far, sum(price) OVER (PARTITION BY nth) AS whole,
         lead(category) OVER in_order IS NULL AS is_last
  FROM priced
  WINDOW in_order AS (PARTITION BY nth ORDER BY category)
), divided AS (
  SELECT *, CASE WHEN is_last THEN net ELSE round(net * price_so_far / whole) END AS net_so_far
  FROM so_far
  JOIN earning USING (nth)
  WHERE whole > 0 OR is_last
), part AS MATERIALIZED (
  SELECT CASE WHEN whole > 0 THEN category ELSE 'unknown' END AS category, is_now, visitor, weight,
         net_so_far - coalesce(lag(net_so_far) OVER (PARTITION BY nth ORDER BY category), 0) AS net
  FROM divided
), of_several AS (
  SELECT dimension, key, is_now, visitor, sum(weight) AS orders, sum(weight * net) AS net
  FROM (
    SELECT dimension, key, is_now, visitor, weight, net
    FROM earning
    JOIN ordering USING (visitor, is_now)
    CROSS JOIN LATERAL (VALUES ('channel', channel), ('device', device), ('campaign', campaign))
      AS of (dimension, key)
    WHERE is_several
    UNION ALL
    SELECT 'category', category, is_now, visitor, weight, net
    FROM part
    JOIN ordering USING (visitor, is_now)
    WHERE is_several
  ) AS own
  GROUP BY 1, 2, 3, 4
), of_one AS (
  SELECT channel, device, campaign, is_now, sum(weight) AS orders, sum(weight * net) AS net,
         sum((weight * net) * (weight * net)) AS squares, max(weight * net) AS largest
  FROM earning
  JOIN ordering USING (visitor, is_now)
  WHERE NOT is_several
  GROUP BY 1, 2, 3, 4
)
SELECT dimension, key, ", PERIOD, " AS period, sum(sessions) AS sessions, sum(orders) AS orders,
       sum(net) AS net, sum(squares) AS squares, max(largest) AS largest
FROM (
  SELECT dimension, key, is_now, 0::float8 AS sessions, orders, net, net * net AS squares, net AS largest
  FROM of_several
  UNION ALL
  SELECT dimension, key, is_now, 0, orders, net, squares, largest
  FROM of_one
  CROSS JOIN LATERAL (VALUES ('channel', channel), ('device', device), ('campaign', campaign))
    AS of (dimension, key)
  UNION ALL
  SELECT 'category', category, is_now, 0, sum(weight), sum(weight * net),
         sum((weight * net) * (weight * net)), max(weight * net)
  FROM part
  JOIN ordering USING (visitor, is_now)
  WHERE NOT is_several
  GROUP BY 2, 3
  UNION ALL
  SELECT dimension, key, is_now, sessions, 0, 0, 0, 0
  FROM begun_now
  CROSS JOIN LATERAL (VALUES ('channel', channel), ('device', device), ('campaign', campaign))
    AS of (dimension, key)
) AS summed
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3")

SEGMENT_SUMS <- c("sessions", "orders", "net", "squares", "largest")

#' One row per dimension and key: sessions, orders, net, squares (of net, by visitor) and largest, and those
#' of the days before under <name>_before. Sessions have no category.
ask_change_segments <- function(warehouse, days, time_zone, version, currency, compared) {
  params <- span_params(days, compared, time_zone, currency)
  rows <- remembered(warehouse, version, narrowed(change_segments_sql(), days), params)
  keys <- unique(rows[c("dimension", "key")])
  id <- function(of) paste(of$dimension, of$key, sep = "/")
  sums <- lapply(c("now", "before"), function(period) {
    of_period <- rows[rows$period == period, , drop = FALSE]
    found <- of_period[match(id(keys), id(of_period)), SEGMENT_SUMS]
    found[is.na(found)] <- 0
    found
  })
  names(sums[[2]]) <- paste0(SEGMENT_SUMS, "_before")
  segments <- cbind(keys, sums[[1]], sums[[2]])
  segments[segments$dimension == "category", c("sessions", "sessions_before")] <- NA
  rownames(segments) <- NULL
  segments
}
