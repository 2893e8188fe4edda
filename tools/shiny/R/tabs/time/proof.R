#' The counting rules and SQL of Time.

time_proof <- function(filters, time_zone, metric) {
  proof_panel("time", list(
    if (metric == "sessions") WORDS_SESSIONS else WORDS_EVENTS, if (metric == "orders") WORDS_ORDERS,
    paste(
      "Hours and weekdays are in the shop's time zone. An average is the total of an hour of the week,",
      "divided by the number of times that this hour has occurred in the period, from the first day with",
      "data to the newest data."
    ),
    paste(
      "The title names an hour of the week only if its count is significantly above that of an average hour",
      "(Poisson, widened by the dispersion of the same hour from week to week, corrected for all hours), and",
      "weekdays only if the busiest and the quietest differ by Tukey and Kramer's test."
    ),
    WORDS_BOTS
  ), list(
    list(id = "week", title = "By weekday and hour", sql = week_sql(filters, time_zone, metric)),
    list(id = "days", title = paste("By", bucket_of(filters)), sql = line_sql(filters, time_zone, metric))
  ))
}

week_sql <- function(filters, time_zone, metric) {
  local <- sprintf("%s AT TIME ZONE '%s'", moment_of(metric), time_zone)
  columns <- sprintf(
    "extract(isodow FROM %s)::int AS weekday,\n       extract(hour FROM %s)::int AS hour", local, local
  )
  metric_sql(filters, time_zone, metric, columns, "weekday, hour")
}

line_sql <- function(filters, time_zone, metric) {
  day <- local_day(moment_of(metric), time_zone, bucket_of(filters))
  metric_sql(filters, time_zone, metric, paste(day, "AS day"), "day")
}

#' The column with the time of a session, an order or an event.
moment_of <- function(metric) {
  switch(metric, sessions = "started_at", orders = "placed_at", "event_timestamp")
}

metric_sql <- function(filters, time_zone, metric, columns, group) {
  before <- switch(metric,
    sessions = paste0("WITH ", session_cte(filters, time_zone), "\n"),
    orders = paste0("WITH ", visit_cte(filters, time_zone), ORDER_CTE, "\n"), ""
  )
  source <- switch(metric,
    sessions = paste0("FROM session\nWHERE ", session_conditions(filters, time_zone)),
    orders = paste0("FROM ordered\nWHERE ", order_conditions(filters, time_zone)),
    page_views = paste0(
      "FROM public.clickstream_events\nWHERE event_name = 'page_view'\n  AND ",
      event_conditions(filters, time_zone)
    )
  )
  statement <- sprintf(
    "%sSELECT %s,\n       count(*) AS %s\n%s\nGROUP BY %s\nORDER BY %s;",
    before, columns, metric, source, group, group
  )
  if (metric == "page_views") with_visits(filters, time_zone, statement) else statement
}
