#' The day in progress, against the same hours of the same weekday in the weeks before. Never called a fall.

#' $1 the day, $2 the number of weeks before it, $6 the hour on the shop's clock at which all days stop, $7
#' the shop's currency. One row per week: 0 is the day itself.
so_far_sql <- function() paste0("
WITH span AS (
  SELECT weeks, ($1::date - 7 * weeks)::timestamp AT TIME ZONE $3 AS since,
         (($1::date - 7 * weeks)::timestamp + $6::integer * interval '1 hour') AT TIME ZONE $3 AS until
  FROM generate_series(0, $2::integer) AS weeks
), placed AS (
  SELECT weeks, count(*) AS orders, sum(net) AS net
  FROM dash.orders
  JOIN span ON placed_at >= since AND placed_at < until
  WHERE placed_at >= (SELECT min(since) FROM span) AND placed_at < (SELECT max(until) FROM span)
    AND ", IN_SHOP_CURRENCY, " AND ", within_span(MATCHING_ORDERS), "
  GROUP BY 1
)
SELECT weeks, to_char($1::date - 7 * weeks, 'YYYY-MM-DD') AS day, sessions::float8,
       coalesce(orders, 0)::float8 AS orders, coalesce(net, 0)::float8 AS net
FROM span
CROSS JOIN LATERAL (
  SELECT coalesce(sum(sessions), 0) AS sessions FROM ", COUNTED_VISITS, "
  WHERE ", within_span(MATCHING), "
) AS begun
LEFT JOIN placed USING (weeks)
ORDER BY weeks")

within_span <- function(conditions) {
  gsub(UNTIL, "until", gsub(SINCE, "since", conditions, fixed = TRUE), fixed = TRUE)
}

#' One row for the day and one for each of the weeks before: weeks, day, sessions, orders, net, all from
#' midnight to an hour.
ask_so_far <- function(warehouse, filters, time_zone, version, currency, day, hour) {
  params <- list(format(day), WEEKS_BEFORE, time_zone, filters$login, filters$traffic, hour, currency)
  rows <- remembered(warehouse, version, narrowed(so_far_sql(), filters), params)
  rows$day <- as.Date(rows$day)
  rows
}

SO_FAR_NUMBERS <- c(net = "Net revenue", orders = "Orders", sessions = "Sessions")

#' @param rows result of ask_so_far(), without weeks before the data
so_far_card <- function(ns, rows, hour, board) {
  day <- rows$day[1]
  weekday <- WEEKDAYS[weekday_of(day)]
  earlier <- rows[-1, , drop = FALSE]
  card(
    sprintf("Today so far: %s until %02d:00", weekday, hour),
    if (nrow(earlier) > 0) sprintf(
      "The day is not over. For comparison: until %02d:00 on the last %s.", hour,
      if (nrow(earlier) == 1) weekday else sprintf("%d %ss", nrow(earlier), weekday)
    ) else sprintf("The day is not over, and there is no earlier %s yet.", weekday),
    tags$div(class = "tiles plain-three", lapply(names(SO_FAR_NUMBERS), function(name) {
      write <- if (name == "net") board$money_in(board$currency) else format_count
      plain_tile(
        ns(paste0("so-far-", name)), SO_FAR_NUMBERS[[name]], rows[[name]][1], write(rows[[name]][1]),
        if (nrow(earlier) > 0) so_far_note(ns, name, earlier[[name]], write) else "so far"
      )
    }))
  )
}

so_far_note <- function(ns, name, values, write) {
  number <- function(what, value) {
    number_tag(tags$span, ns(paste("so-far", name, what, sep = "-")), value, write(value))
  }
  mean <- mean(values)
  if (length(values) == 1) {
    return(tagList("so far;", number("usual", mean), "a week ago"))
  }
  tagList(
    "so far; on average", number("usual", mean), "by then, between", number("least", min(values)), "and",
    number("most", max(values))
  )
}

#' The rows of the day in progress, NULL if there is no such day or its first hour is not over.
#'
#' @return list(rows, hour)
today_so_far <- function(board) {
  until <- board$freshness()$data_until
  day <- board$today()
  if (is.na(until) || day_of(until, board$time_zone) != day || hour_of(until, board$time_zone) == 0) {
    return(NULL)
  }
  hour <- hour_of(until, board$time_zone)
  rows <- board$ask(ask_so_far, board$filters(), currency = board$currency, day = day, hour = hour)
  list(rows = rows[rows$weeks == 0 | rows$day > board$first_day(), , drop = FALSE], hour = hour)
}
