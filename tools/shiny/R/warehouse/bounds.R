#' The parts that questions to the warehouse share: days, filters, and how an answer is asked for. Questions
#' are SQL over the views of schema `dash` (see libs/dw-models). All sums are made by PostgreSQL: no event row
#' ever reaches R. Days and hours are the shop's, from its time zone, which lies a whole number of hours from
#' UTC because the roll-ups are by the hour.

#' $1 first day, $2 last day (counted), $3 time zone, $4 login state or 'all',
#' $5 'people', 'shoppers' (people without staff) or 'all',
#' $6 moment at which to stop before the last day ends, or 'infinity'.
BOUNDS <- "
WITH bounds AS (
  SELECT ($1::date)::timestamp AT TIME ZONE $3 AS since,
         LEAST(($2::date + 1)::timestamp AT TIME ZONE $3, $6::timestamptz) AS until
)"
IN_SHOP_CURRENCY <- "coalesce(currency, $7) = $7"
#' The bounds are read by themselves, so that they reach down to the index of the
#' tables under a view: joined to it, they would be compared with all that the view has added up.
MATCHING <- "hour >= (SELECT since FROM bounds) AND hour < (SELECT until FROM bounds)
    AND ($4 = 'all' OR login_state = $4) AND ($5 = 'all' OR NOT is_bot)
    AND ($5 <> 'shoppers' OR NOT is_staff)"

#' The same for orders, one by one.
MATCHING_ORDERS <- gsub("hour", "placed_at", MATCHING, fixed = TRUE)

filter_params <- function(filters, time_zone, until = NULL) {
  list(
    format(filters$from), format(filters$to), time_zone, filters$login, filters$traffic,
    if (is.null(until)) "infinity" else format(until, "%Y-%m-%dT%H:%M:%SZ", tz = "UTC")
  )
}

#' The same question about the same data has one answer, see answers.R.
remembered <- function(warehouse, version, sql, params) warehouse$ask(sql, params, version)
