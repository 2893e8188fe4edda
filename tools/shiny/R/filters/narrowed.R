#' Queries over the rows that the session filters leave. Roll-ups know no sessions, so a narrowed query reads
#' rows of single sessions, orders or events instead, under the same column names.

#' Sessions that have events of the days, or of the day after them. A clock that was corrected may have moved
#' the times of a session, but not those of its events. OFFSET 0 keeps PostgreSQL from looking up the session
#' of each event: it cannot estimate how many there are.
VISITS <- paste0("LEFT JOIN (
    SELECT v.session_id, v.channel, v.device, v.utm_campaign, v.is_first_visit
    FROM public.sessions v
    WHERE v.started_hour < ", UNTIL, " + interval '1 day' AND v.ended_at >= ", SINCE, "
      OR v.is_clock_corrected
    OFFSET 0
  ) AS s USING (session_id)")

IN_DAYS <- paste0("e.event_timestamp >= ", SINCE, " AND e.event_timestamp < ", UNTIL)

#' What stands for a source of a query: `s` is the session, NULL for an order or event without one.
NARROWED_SOURCES <- list(
  "dash.sessions" = "
  SELECT s.* FROM dash.sessions s",
  "public.sessions" = "
  SELECT s.* FROM public.sessions s",
  "dash.products_hourly" = paste0("
  SELECT sold.*, p.product_name, p.category, p.brand
  FROM (
    SELECT e.event_timestamp AS hour, e.context_product_id AS product_id,
           coalesce(e.user_login_state, 'unknown') AS login_state, e.is_bot, e.is_staff, NULL AS currency,
           (e.event_name = 'product_view')::integer AS views,
           (e.event_name = 'add_to_cart_click')::integer AS add_to_carts, 0::bigint AS units_ordered,
           0::numeric AS revenue
    FROM public.clickstream_events e
  ", VISITS, "
    WHERE {where} AND e.event_name IN ('product_view', 'add_to_cart_click')
      AND e.context_product_id IS NOT NULL AND ", IN_DAYS, "
    UNION ALL
    SELECT o.placed_at, item ->> 'id', o.login_state, o.is_bot, ", staff_of("o"), ", o.currency, 0, 0,
           (item ->> 'quantity')::bigint, (item ->> 'quantity')::numeric
             * coalesce((item ->> 'discountPrice')::numeric, (item ->> 'price')::numeric, 0)
    FROM public.orders o
    LEFT JOIN public.sessions s USING (session_id)
    CROSS JOIN jsonb_array_elements(o.items) AS item
    WHERE {where}
  ) AS sold
  LEFT JOIN public.products p USING (product_id)"),
  "dash.lists_hourly" = paste0("
  SELECT e.event_timestamp AS hour, e.properties -> 'list' ->> 'name' AS list,
         coalesce((e.properties -> 'list' ->> 'first')::integer,
                  (e.properties -> 'list' ->> 'position')::integer, 0) AS position,
         coalesce((e.properties -> 'list' ->> 'shown')::integer, 0) AS shown,
         coalesce(e.user_login_state, 'unknown') AS login_state, e.is_bot, e.is_staff, NULL AS currency,
         (e.event_name = 'product_list_view')::integer AS views,
         (e.event_name = 'select_item')::integer AS clicks,
         (e.event_name = 'add_to_cart_click')::integer AS add_to_carts, 0::bigint AS lines_ordered,
         0::numeric AS revenue
  FROM public.clickstream_events e
  ", VISITS, "
  WHERE {where} AND e.event_name IN ('product_list_view', 'select_item', 'add_to_cart_click')
    AND e.properties -> 'list' ->> 'name' IS NOT NULL
    AND (e.event_name <> 'product_list_view' OR (e.properties -> 'list' ->> 'shown')::integer > 0)
    AND ", IN_DAYS, "
  UNION ALL
  SELECT o.placed_at, item ->> 'list', coalesce((item ->> 'position')::integer, 0), 0, o.login_state,
         o.is_bot, ", staff_of("o"), ", o.currency, 0, 0, 0, 1, (item ->> 'quantity')::numeric
           * coalesce((item ->> 'discountPrice')::numeric, (item ->> 'price')::numeric, 0)
  FROM public.orders o
  LEFT JOIN public.sessions s USING (session_id)
  CROSS JOIN jsonb_array_elements(o.items) AS item
  WHERE {where} AND item ->> 'list' IS NOT NULL"),
  "public.visits_hourly" = "
  SELECT s.started_hour AS hour, s.login_state, s.is_bot, s.is_staff, s.channel, s.device, s.utm_source,
         s.utm_medium, s.utm_campaign, 1 AS sessions, (s.client_id IS NOT NULL)::integer AS of_browsers,
         (s.viewed_at IS NOT NULL)::integer AS viewed,
         (coalesce(s.carted_at, s.checkout_at) IS NOT NULL)::integer AS carted,
         (s.checkout_at IS NOT NULL)::integer AS checked_out
  FROM public.sessions s",
  "public.repeat_visits" = "
  SELECT s.client_id, s.started_hour AS hour, s.login_state, s.is_bot, s.is_staff, 1 AS sessions
  FROM public.sessions s
  WHERE {where} AND s.client_id IS NOT NULL",
  "dash.activity_hourly" = paste0("
  SELECT date_trunc('hour', e.event_timestamp, 'UTC') AS hour, e.event_name,
         coalesce(e.user_login_state, 'unknown') AS login_state, e.is_bot, e.is_staff, 1 AS events
  FROM public.clickstream_events e
  ", VISITS, "
  WHERE {where} AND ", IN_DAYS),
  "public.clickstream_events" = paste0("
  SELECT e.* FROM public.clickstream_events e
  ", VISITS),
  "public.orders" = "
  SELECT o.* FROM public.orders o
  LEFT JOIN public.sessions s USING (session_id)",
  "dash.orders" = "
  SELECT o.* FROM dash.orders o
  LEFT JOIN public.sessions s USING (session_id)",
  "dash.refunds" = "
  SELECT r.* FROM dash.refunds r
  LEFT JOIN public.orders o USING (order_id)
  LEFT JOIN public.sessions s ON s.session_id = o.session_id",
  "dash.buyer_orders" = "
  SELECT b.* FROM dash.buyer_orders b
  JOIN public.orders o USING (order_id)
  LEFT JOIN public.sessions s ON s.session_id = o.session_id",
  "dash.carts" = "
  SELECT c.* FROM dash.carts c
  LEFT JOIN public.sessions s USING (session_id)",
  "public.order_touches" = "
  SELECT t.* FROM public.order_touches t
  LEFT JOIN public.sessions s USING (session_id)"
)

#' A source at the end of a line, with the name that it may have in the query. What a query reads under JOIN
#' or with a WHERE in the same line stays as it is, and so do events with a name: they are looked up for rows
#' that are narrowed already.
SOURCE_PATTERN <- sprintf(
  "FROM (?!public\\.clickstream_events [a-z])(%s)( [a-z][a-z_]*)?(?=\\n|\\)|$)",
  gsub(".", "\\.", paste(names(NARROWED_SOURCES), collapse = "|"), fixed = TRUE)
)

#' A query over the sources above that counts only what the session filters leave.
#'
#' @section Errors: if it has no such source, since it would ignore the filters
narrowed <- function(sql, filters) {
  where <- visit_is(narrowings_of(filters, "session"), "s.")
  if (length(where) == 0) {
    return(sql)
  }
  found <- gregexpr(SOURCE_PATTERN, sql, perl = TRUE)
  sources <- regmatches(sql, found)[[1]]
  if (length(sources) == 0) stop("This query has no source that session filters can narrow: ", sql)
  regmatches(sql, found) <- list(vapply(sources, narrowed_source, "", paste(where, collapse = " AND ")))
  sql
}

#' "FROM dash.carts c" -> "FROM (SELECT ... WHERE ...) AS c"
narrowed_source <- function(source, where) {
  words <- strsplit(source, " ", fixed = TRUE)[[1]]
  name <- if (length(words) == 3) words[3] else sub("^.*[.]", "", words[2])
  rows <- NARROWED_SOURCES[[words[2]]]
  if (!grepl("{where}", rows, fixed = TRUE)) rows <- paste0(rows, "\n  WHERE {where}")
  paste0("FROM (", replaced(rows, "{where}", where), "\n) AS ", name)
}

#' Not by gsub(), which would read a backslash in a name.
replaced <- function(text, found, by) {
  # strsplit() drops what is empty at the end.
  paste(strsplit(paste0(text, " "), found, fixed = TRUE)[[1]], collapse = by)
}

#' Conditions on the columns of a session, which may be missing: its channel is then unknown.
#'
#' @param only narrowings of sessions
#' @param prefix what precedes a column, such as "s."
visit_is <- function(only, prefix = "") {
  vapply(names(only), function(name) {
    column <- paste0(prefix, NARROWINGS[[name]]$column)
    value <- only[[name]]
    if (name == "visitors") {
      return(sprintf(c(new = "%s", returning = "NOT %s", unknown = "%s IS NULL")[[value]], column))
    }
    if (value == "unknown") column <- sprintf("coalesce(%s, 'unknown')", column)
    paste(column, "=", sql_text(value))
  }, "", USE.NAMES = FALSE)
}

#' A condition on products of some categories or brands, "" without any.
#'
#' @param column what precedes IN, such as " AND product_id"
products_that <- function(column, filters) {
  only <- narrowings_of(filters, "product")
  if (length(only) == 0) {
    return("")
  }
  is <- vapply(names(only), function(name) {
    sprintf("coalesce(%s, 'unknown') = %s", NARROWINGS[[name]]$column, sql_text(only[[name]]))
  }, "")
  paste0(column, " IN (SELECT product_id FROM public.products WHERE ", paste(is, collapse = " AND "), ")")
}

#' A text as a literal of SQL.
sql_text <- function(text) as.character(DBI::dbQuoteString(DBI::ANSI(), text))
