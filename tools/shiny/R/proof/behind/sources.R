#' What is behind a bar, in SQL: after BOUNDS, `behind` with id, at, n (how much a row adds to the number of
#' the bar) and, where the number counts something else than rows, `who`. Narrowed like the query of the bar.

#' Sessions of the days that a condition on their columns chooses.
sessions_behind <- function(condition, source = "public.sessions") {
  steps <- if (source == "dash.sessions") "s.viewed_at, s.carted_at, s.checkout_at, s.ordered_at, "
  paste0(", behind AS (
  SELECT session_id AS id, started_at AS at, 1 AS n
  FROM (
    SELECT s.session_id, s.started_at, s.started_hour AS hour, s.login_state, s.is_bot, s.device, s.channel,
           s.utm_source, s.utm_medium, s.utm_campaign, s.entry_path, s.exit_path,
           ", steps, staff_of("s"), " AS is_staff
    FROM ", source, " s
  ) AS begun
  WHERE ", MATCHING, "
    AND ", condition, "
)")
}

#' Events of the days that a condition chooses, by session.
events_behind <- function(condition) {
  paste0(", behind AS (
  SELECT session_id AS id, min(event_timestamp) AS at, count(*) AS n
  FROM public.clickstream_events
  WHERE ", condition, "
    AND event_timestamp >= ", SINCE, " AND event_timestamp < ", UNTIL, "
    AND ($4 = 'all' OR user_login_state = $4) AND ($5 = 'all' OR NOT is_bot)
    AND ($5 <> 'shoppers' OR NOT is_staff)
  GROUP BY session_id
)")
}

#' Orders of the days.
#'
#' @param pieces an SQL expression for what an order adds
#' @param lines a join of its lines, or ""
orders_behind <- function(condition, pieces = "1", lines = "") {
  paste0(", behind AS (
  SELECT order_id AS id, placed_at AS at, ", pieces, " AS n
  FROM (
    SELECT order_id, placed_at, login_state, is_bot, items, ", staff_of("orders"), " AS is_staff
    FROM public.orders
  ) AS placed", lines, "
  WHERE ", MATCHING_ORDERS, "
    AND ", condition, "
)")
}

step_column <- function(step) {
  c("viewed_at", "carted_at", "checkout_at", "ordered_at")[match(step, FUNNEL_STEPS$step)]
}

behind_step <- function(values, ...) {
  group <- if (length(values) == 3) sprintf(" AND %s = %s", values[2], sql_text(values[3]))
  sessions_behind(paste0(step_column(values[1]), " IS NOT NULL", group), "dash.sessions")
}

behind_lost <- function(values, ...) {
  before <- FUNNEL_STEPS$step[match(values[1], FUNNEL_STEPS$step) - 1]
  sessions_behind(
    sprintf("%s IS NOT NULL AND %s IS NULL", step_column(before), step_column(values[1])), "dash.sessions"
  )
}

behind_product <- function(event, values) {
  events_behind(sprintf("event_name = '%s' AND context_product_id = %s", event, sql_text(values[1])))
}

behind_sold <- function(values, ...) {
  orders_behind("pieces > 0", "pieces", paste0("
  CROSS JOIN LATERAL (
    SELECT sum((item ->> 'quantity')::bigint) AS pieces
    FROM jsonb_array_elements(items) AS item
    WHERE item ->> 'id' = ", sql_text(values[1]), "
  ) AS line"))
}

behind_together <- function(values, ...) {
  orders_behind(sprintf("%s = ANY (products) AND %s = ANY (products)
    AND cardinality(products) BETWEEN 2 AND %d", sql_text(values[1]), sql_text(values[2]),
  MOST_PRODUCTS_OF_AN_ORDER), lines = "
  CROSS JOIN LATERAL (
    SELECT array_agg(DISTINCT item ->> 'id') FILTER (WHERE item ->> 'id' IS NOT NULL) AS products
    FROM jsonb_array_elements(items) AS item
  ) AS line")
}

behind_channel <- function(values, ...) sessions_behind(paste("channel =", sql_text(values[1])))

behind_campaign <- function(values, ...) {
  columns <- c("coalesce(utm_source, '')", "coalesce(utm_medium, '')", "utm_campaign")
  sessions_behind(paste(columns, "=", vapply(values, sql_text, ""), collapse = " AND "))
}

behind_landing <- function(values, ...) {
  sessions_behind(paste("coalesce(entry_path, '') =", sql_text(values[1])))
}

behind_exit <- function(values, ...) {
  sessions_behind(paste0(
    "coalesce(exit_path, '') = ", sql_text(values[1]),
    " AND NOT EXISTS (SELECT FROM public.orders o WHERE o.session_id = begun.session_id)"
  ))
}

RESULTS_NONE <- " AND properties -> 'results' = '0'"

behind_term <- function(values, also = "") {
  events_behind(paste0(
    "event_name = 'search'
    AND lower(btrim(regexp_replace(coalesce(search_term, ''), '\\s+', ' ', 'g'))) = ", sql_text(values[1]),
    also
  ))
}

behind_hour <- function(values, ...) {
  moment <- c(page_views = "event_timestamp", sessions = "hour", orders = "placed_at")[[values[1]]]
  parts <- c("isodow", "hour")[nzchar(values[2:3])]
  condition <- paste(c("true", sprintf(
    "extract(%s FROM %s AT TIME ZONE $3) = %s", parts, moment, values[2:3][nzchar(values[2:3])]
  )), collapse = " AND ")
  switch(values[1],
    page_views = events_behind(paste("event_name = 'page_view' AND", condition)),
    sessions = sessions_behind(condition), orders = orders_behind(condition)
  )
}

#' Orders of a cohort in one of its weeks, beyond the first order of each buyer.
behind_cohort <- function(values, currency, ...) {
  paste0(with_currency(BUYERS, currency), ", behind AS (
  SELECT order_id AS id, placed_at AS at, 1 AS n, buyer AS who
  FROM (SELECT buyer, date_trunc('week', first_at AT TIME ZONE $3)::date AS cohort FROM newcomer) AS begun
  JOIN history USING (buyer)
  WHERE nth > 1 AND cohort = '", values[1], "'
    AND (date_trunc('week', placed_at AT TIME ZONE $3)::date - cohort) / 7 = ", values[2], "
)")
}

#' The columns by which carts are split.
CART_COLUMNS <- c(
  device = "device", channel = "channel", login_state = "login_state", value = "value_band", age = "age_band",
  stage = "stage"
)

behind_cart <- function(values, currency, ...) {
  outcome <- switch(values[1],
    begun = "true", sold = "outcome IN ('bought', 'recovered')", paste("outcome =", sql_text(values[1]))
  )
  group <- if (length(values) == 3) sprintf(" AND %s = %s", CART_COLUMNS[[values[2]]], sql_text(values[3]))
  paste0(with_currency(CARTS_BEGUN, currency), ", behind AS (
  SELECT cart_id AS id, last_activity_at AS at, 1 AS n
  FROM begun
  WHERE ", outcome, group, "
)")
}

#' Orders with pieces in a band of prices or discounts, with their number.
behind_band <- function(column, values, filters, currency) {
  lines <- replaced(BAND_LINES, "{products}", products_that(" AND product_id", filters))
  paste0(with_currency(lines, currency), ", behind AS (
  SELECT order_id AS id, min(placed_at) AS at, sum(pieces) AS n
  FROM line
  WHERE ", column, " = ", sql_text(values[1]), "
  GROUP BY order_id
)")
}

#' A query with the shop's currency written out.
with_currency <- function(sql, currency) gsub("$7", sql_text(currency), sql, fixed = TRUE)
