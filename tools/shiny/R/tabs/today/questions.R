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

#' Sessions, orders and net revenue of both periods, with the sums of their products by visitor, and that of
#' the squared weights of sessions. A session is a visitor of its own, unless its browser has more of them:
#' what the square of their sum is more than the sum of their squares is added. An order without a browser is
#' a visitor of its own.
SQL_CHANGE_TOTALS <- paste0(TURN, ", visiting AS (
  SELECT is_now, sum(sessions * weight) AS s, sum(sessions * weight * weight) AS weights
  FROM ", COUNTED_VISITS, "
  JOIN span USING (hour)
  WHERE ", MATCHING, "
  GROUP BY 1
), repeating AS (
  SELECT is_now, sum(s * s - weights) AS more
  FROM (
    SELECT client_id, is_now, sum(sessions * weight) AS s, sum(sessions * weight * weight) AS weights
    FROM ", REPEATED_VISITS, "
    JOIN span USING (hour)
    WHERE ", MATCHING, "
    GROUP BY 1, 2
  ) AS visitor
  GROUP BY 1
), ordering AS MATERIALIZED (
  SELECT client_id, CASE WHEN client_id IS NULL THEN session_id END AS session_id,
         is_now, sum(weight) AS o, sum(net::float8 * weight) AS n
  FROM ", PLACED_ORDERS, "
  ", SPAN_OF_ORDERS, "
  WHERE ", IN_SHOP_CURRENCY, " AND ", MATCHING_ORDERS, "
  GROUP BY 1, 2, 3, CASE WHEN coalesce(client_id, session_id) IS NULL THEN order_id END
), ordered AS (
  SELECT is_now, sum(o) AS orders, sum(n) AS net, sum(o * o) AS oo, sum(o * n) AS \"on\", sum(n * n) AS nn
  FROM ordering
  GROUP BY 1
), crossing AS (
  SELECT is_now, sum(o * weight) AS so, sum(n * weight) AS sn
  FROM ordering
  CROSS JOIN LATERAL (
    SELECT started_hour AS hour, login_state, is_bot, ", staff_of("sessions"), " AS is_staff
    FROM public.sessions
    WHERE sessions.client_id = ordering.client_id
    UNION ALL
    SELECT started_hour, login_state, is_bot, ", staff_of("sessions"), "
    FROM public.sessions
    WHERE ordering.client_id IS NULL AND sessions.session_id = ordering.session_id
      AND sessions.client_id IS NULL
    OFFSET 0
  ) AS visit
  JOIN span USING (hour, is_now)
  WHERE ", MATCHING, "
  GROUP BY 1
)
SELECT ", PERIOD, " AS period, s AS sessions, orders, net, weights, weights + coalesce(more, 0) AS ss, so, sn,
       oo, \"on\", nn
FROM visiting
FULL JOIN ordered USING (is_now)
LEFT JOIN repeating USING (is_now)
LEFT JOIN crossing USING (is_now)")

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
