#' Shared parts of queries: days, filters, and cached answers. Queries are SQL over the views of schema `dash`
#' (see libs/dw-models). PostgreSQL computes all sums: R never receives event rows. Days and hours are in the
#' shop's time zone, whose offset from UTC is a whole number of hours because the roll-ups are hourly.

#' $1 first day, $2 last day (counted), $3 time zone, $4 login state or 'all',
#' $5 'people', 'shoppers' (people without staff) or 'all',
#' $6 moment at which to stop before the last day ends, or 'infinity'.
BOUNDS <- "
WITH bounds AS (
  SELECT ($1::date)::timestamp AT TIME ZONE $3 AS since,
         LEAST(($2::date + 1)::timestamp AT TIME ZONE $3, $6::timestamptz) AS until
)"
IN_SHOP_CURRENCY <- "coalesce(currency, $7) = $7"
#' The bounds are scalar subqueries, so that PostgreSQL applies them to the indexes of the tables under a
#' view. A join would filter only after the view has computed its sums.
MATCHING <- "hour >= (SELECT since FROM bounds) AND hour < (SELECT until FROM bounds)
    AND ($4 = 'all' OR login_state = $4) AND ($5 = 'all' OR NOT is_bot)
    AND ($5 <> 'shoppers' OR NOT is_staff)"

#' The same conditions for single orders.
MATCHING_ORDERS <- gsub("hour", "placed_at", MATCHING, fixed = TRUE)

#' In SQL, whether a row is by staff. A set, since a function would be called for each row.
staff_of <- function(table) {
  sprintf(
    "%1$s.is_staff OR coalesce(%1$s.user_id IN (SELECT user_id FROM public.staff_users), false)", table
  )
}

filter_params <- function(filters, time_zone, until = NULL) {
  list(
    format(filters$from), format(filters$to), time_zone, filters$login, filters$traffic,
    if (is.null(until)) "infinity" else format(until, "%Y-%m-%dT%H:%M:%SZ", tz = "UTC")
  )
}

#' The answer to a query, cached by version of the data, see answers.R.
remembered <- function(warehouse, version, sql, params) warehouse$ask(sql, params, version)
