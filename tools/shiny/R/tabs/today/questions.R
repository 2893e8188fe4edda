#' The queries of the changes on Today. They read sessions and orders only, no events: one span of days, whose
#' last days are the chosen ones ("now"), and whose first ones are those to compare with ("before").

#' $8 the first of the chosen days, $9 the weight of each weekday among the days before.
TURN <- paste0(BOUNDS, ", turn AS (SELECT ($8::date)::timestamp AT TIME ZONE $3 AS at)")

period_of <- function(moment) {
  sprintf("CASE WHEN %s >= (SELECT at FROM turn) THEN 'now' ELSE 'before' END", moment)
}
weight_of <- function(moment) {
  sprintf(
    "CASE WHEN %s >= (SELECT at FROM turn) THEN 1
              ELSE ($9::numeric[])[extract(isodow FROM %s AT TIME ZONE $3)::integer] END", moment, moment
  )
}

BEGUN_SESSIONS <- "(
    SELECT session_id, client_id, started_hour AS hour, login_state, is_bot, channel, device, utm_campaign,
           is_staff OR coalesce(user_id IN (SELECT user_id FROM public.staff_users), false) AS is_staff
    FROM public.sessions
  ) AS begun"

#' Conditions on the channel and device of the visit, which are 'all' or one.
#'
#' @param at number of the first of their two parameters
only_segment <- function(at) {
  sprintf(
    " AND ($%1$d = 'all' OR channel = $%1$d) AND ($%2$d = 'all' OR device = $%2$d)", at, at + 1L
  )
}

#' Sessions, orders and net revenue of both periods, with the sums of their products by visitor, and that of
#' the squared weights of sessions. An order without a browser is a visitor of its own.
SQL_CHANGE_TOTALS <- paste0(TURN, ", visit AS (
  SELECT ", period_of("hour"), " AS period, coalesce(client_id, session_id) AS visitor,
         sum(", weight_of("hour"), ") AS sessions, sum((", weight_of("hour"), ") ^ 2) AS weights
  FROM ", BEGUN_SESSIONS, "
  WHERE ", MATCHING, only_segment(10L), "
  GROUP BY 1, 2
), bought AS (
  SELECT ", period_of("placed_at"), " AS period, coalesce(client_id, session_id, order_id) AS visitor,
         sum(", weight_of("placed_at"), ") AS orders, sum(net * ", weight_of("placed_at"), ") AS net
  FROM dash.orders
  WHERE ", IN_SHOP_CURRENCY, " AND ", MATCHING_ORDERS, only_segment(10L), "
  GROUP BY 1, 2
), visitor AS (
  SELECT period, coalesce(sessions, 0) AS s, coalesce(orders, 0) AS o, coalesce(net, 0) AS n,
         coalesce(weights, 0) AS weights
  FROM visit FULL JOIN bought USING (period, visitor)
)
SELECT period, sum(s)::float8 AS sessions, sum(o)::float8 AS orders, sum(n)::float8 AS net,
       sum(weights)::float8 AS weights, sum(s::float8 ^ 2) AS ss, sum(s::float8 * o::float8) AS so,
       sum(s::float8 * n::float8) AS sn, sum(o::float8 ^ 2) AS oo, sum(o::float8 * n::float8) AS \"on\",
       sum(n::float8 ^ 2) AS nn
FROM visitor
GROUP BY 1")

#' Sessions by day.
SQL_CHANGE_DAYS <- paste0(BOUNDS, "
SELECT to_char(hour AT TIME ZONE $3, 'YYYY-MM-DD') AS day, count(*)::float8 AS sessions
FROM ", BEGUN_SESSIONS, "
WHERE ", MATCHING, only_segment(7L), "
GROUP BY 1
ORDER BY 1")

span_params <- function(days, compared, time_zone, currency) {
  span <- modifyList(days, list(from = compared$from))
  weights <- sprintf("{%s}", paste(exact_number(compared$weights), collapse = ","))
  c(filter_params(span, time_zone), currency, format(days$from), weights, segment_params(days))
}

#' The channel and device of days, 'all' without a choice.
segment_params <- function(days) {
  lapply(c("channel", "device"), function(name) if (is.null(days[[name]])) "all" else days[[name]])
}

#' The sums of both periods: list(now, before), each list(sums = c(sessions, orders, net), squares = the 3 x 3
#' matrix of their sums of products by visitor, weights = the sum of squared weights of sessions).
#'
#' @param days result of complete_days(), with channel and device if only these count
#' @param compared result of compared_days()
ask_change_totals <- function(warehouse, days, time_zone, version, currency, compared) {
  params <- span_params(days, compared, time_zone, currency)
  rows <- remembered(warehouse, version, SQL_CHANGE_TOTALS, params)
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
  params <- c(filter_params(days, time_zone), segment_params(days))
  rows <- remembered(warehouse, version, SQL_CHANGE_DAYS, params)
  all <- seq(days$from, days$to, by = 1)
  sessions <- rows$sessions[match(format(all), rows$day)]
  data.frame(day = all, sessions = ifelse(is.na(sessions), 0, sessions))
}
