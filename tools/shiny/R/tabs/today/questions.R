#' The queries of the changes on Today. They read sessions and orders only, no events: one span of days, whose
#' last days are the chosen ones ("now"), and whose first ones are those to compare with ("before").

#' $8 the first of the chosen days, $9 the weight of each weekday among the days before. `span` has the hours
#' of both periods: what depends on the clock is computed once for each, not for each session.
TURN <- paste0(BOUNDS, ", span AS MATERIALIZED (
  SELECT hour, hour >= at AS is_now,
         CASE WHEN hour >= at THEN 1
              ELSE ($9::float8[])[extract(isodow FROM hour AT TIME ZONE $3)::integer] END AS weight
  FROM (SELECT ($8::date)::timestamp AT TIME ZONE $3 AS at) AS turn,
       generate_series(", SINCE, ", ", UNTIL, ", interval '1 hour') AS hour
)")

#' The hour of an order, with its period and weight.
SPAN_OF_ORDERS <- "JOIN span ON span.hour = date_trunc('hour', placed_at, 'UTC')"

PERIOD <- "CASE WHEN is_now THEN 'now' ELSE 'before' END"

BEGUN_SESSIONS <- "(
    SELECT session_id, client_id, started_hour AS hour, login_state, is_bot, channel, device, utm_campaign,
           is_staff OR coalesce(user_id IN (SELECT user_id FROM public.staff_users), false) AS is_staff
    FROM public.sessions
  ) AS begun"

#' A visitor as a number, which is grouped several times faster than the text.
visitor_of <- function(...) sprintf("hashtextextended(coalesce(%s), 0)", paste(..., sep = ", "))

#' Sessions, orders and net revenue of both periods, with the sums of their products by visitor, and that of
#' the squared weights of sessions. An order without a browser is a visitor of its own.
SQL_CHANGE_TOTALS <- paste0(TURN, ", visiting AS (
  SELECT ", visitor_of("client_id", "session_id"), " AS visitor, is_now, sum(weight) AS s,
         sum(weight * weight) AS weights
  FROM ", BEGUN_SESSIONS, "
  JOIN span USING (hour)
  WHERE ", MATCHING, "
  GROUP BY 1, 2
), ordering AS (
  SELECT ", visitor_of("client_id", "session_id", "order_id"), " AS visitor, is_now, sum(weight) AS o,
         sum(net::float8 * weight) AS n
  FROM ", PLACED_ORDERS, "
  ", SPAN_OF_ORDERS, "
  WHERE ", IN_SHOP_CURRENCY, " AND ", MATCHING_ORDERS, "
  GROUP BY 1, 2
)
SELECT ", PERIOD, " AS period, sum(s) AS sessions, sum(o) AS orders,
       sum(n) AS net, sum(weights) AS weights, sum(s * s) AS ss, sum(s * o) AS so, sum(s * n) AS sn,
       sum(o * o) AS oo, sum(o * n) AS \"on\", sum(n * n) AS nn
FROM visiting
FULL JOIN ordering USING (visitor, is_now)
GROUP BY is_now")

#' Sessions by day, added up by hour before the day is worked out.
SQL_CHANGE_DAYS <- paste0(BOUNDS, "
SELECT to_char(hour AT TIME ZONE $3, 'YYYY-MM-DD') AS day, sum(sessions)::float8 AS sessions
FROM (
  SELECT hour, sum(sessions) AS sessions
  FROM ", COUNTED_VISITS, "
  WHERE ", MATCHING, "
  GROUP BY hour
) AS by_hour
GROUP BY 1
ORDER BY 1")

span_params <- function(days, compared, time_zone, currency) {
  span <- modifyList(days, list(from = compared$from))
  weights <- sprintf("{%s}", paste(exact_number(compared$weights), collapse = ","))
  c(filter_params(span, time_zone), currency, format(days$from), weights)
}

#' The sums of both periods: list(now, before), each list(sums = c(sessions, orders, net), squares = the 3 x 3
#' matrix of their sums of products by visitor, weights = the sum of squared weights of sessions).
#'
#' @param days result of complete_days()
#' @param compared result of compared_days()
ask_change_totals <- function(warehouse, days, time_zone, version, currency, compared) {
  params <- span_params(days, compared, time_zone, currency)
  rows <- remembered(warehouse, version, narrowed(SQL_CHANGE_TOTALS, days), params)
  lapply(c(now = "now", before = "before"), function(period) {
    row <- as.list(rows[match(period, rows$period), ])
    row[is.na(row)] <- 0
    list(
      sums = c(sessions = row$sessions, orders = row$orders, net = row$net), weights = row$weights,
      squares = matrix(c(row$ss, row$so, row$sn, row$so, row$oo, row$on, row$sn, row$on, row$nn), 3)
    )
  })
}

#' The number of sessions on each day, including those without any.
ask_change_days <- function(warehouse, days, time_zone, version) {
  params <- filter_params(days, time_zone)
  rows <- remembered(warehouse, version, narrowed(SQL_CHANGE_DAYS, days), params)
  all <- seq(days$from, days$to, by = 1)
  sessions <- rows$sessions[match(format(all), rows$day)]
  data.frame(day = all, sessions = ifelse(is.na(sessions), 0, sessions))
}
