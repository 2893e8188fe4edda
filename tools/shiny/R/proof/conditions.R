#' SQL conditions that proofs share: the events, sessions and orders that the filters select.

#' Conditions on events: the days of the filters on the shop's clock, the event's login state, bots, and the
#' session.
#'
#' @param visits the relation of all sessions: that of visit_cte(), or one of the warehouse
event_conditions <- function(filters, time_zone, indent = "  ", visits = "visit") {
  conditions <- c(
    sprintf("event_timestamp >= %s", day_literal(filters$from, time_zone)),
    sprintf("event_timestamp < %s", day_literal(filters$to + 1, time_zone)),
    if (filters$login != "all") sprintf("user_login_state = '%s'", filters$login),
    traffic_conditions(filters), visits_that(filters, visits)
  )
  paste(conditions, collapse = paste0("\n", indent, "AND "))
}

#' Conditions on sessions: their start, the strongest login state they reached, bots.
session_conditions <- function(filters, time_zone) {
  conditions <- c(
    sprintf("started_at >= %s", day_literal(filters$from, time_zone)),
    sprintf("started_at < %s", day_literal(filters$to + 1, time_zone)),
    if (filters$login != "all") sprintf("login_state = '%s'", filters$login),
    traffic_conditions(filters), visit_is(narrowings_of(filters, "session"))
  )
  paste(conditions, collapse = "\n  AND ")
}

#' Conditions on orders: as those on events, at the time of the order.
order_conditions <- function(filters, time_zone, indent = "  ") {
  gsub("event_timestamp", "placed_at", event_conditions(filters, time_zone, indent), fixed = TRUE)
}

#' Conditions on the session of a row, by its session_id. A row without a session is of an unknown channel.
visits_that <- function(filters, visits) {
  only <- narrowings_of(filters, "session")
  chosen <- function(conditions, with) {
    if (length(conditions) > 0) sprintf(
      "(session_id IN (SELECT session_id FROM %s WHERE %s)) IS %s", visits,
      paste(conditions, collapse = " AND "), with
    )
  }
  unknown <- only[only == "unknown"]
  c(
    chosen(visit_is(only[only != "unknown"]), "TRUE"),
    vapply(names(unknown), function(name) {
      column <- NARROWINGS[[name]]$column
      is_known <- if (name == "visitors") "%s IS NOT NULL" else "%s <> 'unknown'"
      chosen(sprintf(is_known, column), "NOT TRUE")
    }, "", USE.NAMES = FALSE)
  )
}

traffic_conditions <- function(filters) {
  c(if (filters$traffic != "all") "NOT is_bot", if (filters$traffic == "shoppers") "NOT is_staff")
}

#' True for rows in the shop's currency. Rows without a currency count as such.
in_shop_currency <- function(currency) sprintf("coalesce(currency, '%s') = '%s'", currency, currency)

#' Midnight at the start of a day in the shop's time zone.
day_literal <- function(day, time_zone) sprintf("timestamptz '%s 00:00 %s'", format(day), time_zone)

#' The hour of a moment in the shop's time zone.
local_hour <- function(column, time_zone) {
  sprintf("extract(hour FROM %s AT TIME ZONE '%s')::integer", column, time_zone)
}

#' The first day of the bucket that a moment falls into, on the shop's clock.
local_day <- function(column, time_zone, bucket) {
  local <- sprintf("%s AT TIME ZONE '%s'", column, time_zone)
  if (bucket == "week") sprintf("date_trunc('week', %s)::date", local) else sprintf("(%s)::date", local)
}
