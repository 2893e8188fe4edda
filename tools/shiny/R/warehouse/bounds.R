#' Shared parts of queries: days, filters, and cached answers. Queries are SQL over the views of schema `dash`
#' (see libs/dw-models). PostgreSQL computes all sums: R never receives event rows. Days and hours are in the
#' shop's time zone, whose offset from UTC is a whole number of hours because the roll-ups are hourly.

#' $1 first day, $2 last day (counted), $3 time zone, $4 login state or 'all',
#' $5 'people', 'shoppers' (people without staff) or 'all',
#' $6 moment at which to stop before the last day ends, or 'infinity'.
SINCE <- "($1::date)::timestamp AT TIME ZONE $3"
UNTIL <- "LEAST(($2::date + 1)::timestamp AT TIME ZONE $3, $6::timestamptz)"
BOUNDS <- paste0("
WITH bounds AS (
  SELECT ", SINCE, " AS since,
         ", UNTIL, " AS until
)")
#' Not by coalesce(), of which PostgreSQL believes that it leaves one row in 200.
IN_SHOP_CURRENCY <- "(currency IS NULL OR currency = $7)"
#' The bounds are written out: PostgreSQL applies them to the indexes of the tables under a view, and can
#' estimate the number of rows. A join would filter only after the view has computed its sums.
MATCHING <- paste0("hour >= ", SINCE, " AND hour < ", UNTIL, "
    AND ($4 = 'all' OR login_state = $4) AND ($5 = 'all' OR NOT is_bot)
    AND ($5 <> 'shoppers' OR NOT is_staff)")

#' The same conditions for single orders.
MATCHING_ORDERS <- gsub("hour", "placed_at", MATCHING, fixed = TRUE)

#' In SQL, whether a row is by staff. A set, since a function would be called for each row.
staff_of <- function(table) {
  sprintf(
    "%1$s.is_staff OR coalesce(%1$s.user_id IN (SELECT user_id FROM public.staff_users), false)", table
  )
}

#' Orders of the days with their lines, and what they came to after refunds, as dash.orders has it: bounds on
#' both tables keep PostgreSQL from reading the visits of all orders.
PLACED_ORDERS <- paste0("(
    SELECT order_id, placed_at, client_id, session_id, login_state, currency, is_bot, items,
           gross, coalesce(kept.net, gross) AS net, ", staff_of("orders"), " AS is_staff
    FROM public.orders
    LEFT JOIN (
      SELECT order_id, net FROM public.order_touches WHERE place = 1 AND placed_at >= ", SINCE, "
        AND placed_at < ", UNTIL, "
    ) AS kept USING (order_id)
  ) AS placed")

filter_params <- function(filters, time_zone, until = NULL) {
  list(
    format(filters$from), format(filters$to), time_zone, filters$login, filters$traffic,
    if (is.null(until)) "infinity" else format(until, "%Y-%m-%dT%H:%M:%SZ", tz = "UTC")
  )
}

#' The answer to a query, cached by version of the data, see answers.R.
remembered <- function(warehouse, version, sql, params) warehouse$ask(sql, params, version)
