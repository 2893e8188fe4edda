#' The queries of what is behind a bar.

behind_sql <- function(bar, filters, currency) {
  sql <- bar$sql(bar$values, filters = filters, currency = currency)
  narrowed(if (startsWith(sql, ", ")) paste0(BOUNDS, sql) else sql, filters)
}

behind_count_sql <- function(bar, filters, currency) {
  n <- if (bar$kind == "cohort") "count(DISTINCT who)" else "coalesce(sum(n), 0)"
  paste0(behind_sql(bar, filters, currency), "
SELECT count(*)::float8 AS rows, ", n, "::float8 AS n
FROM behind")
}

#' $7 how many rows, $8 after how many. The newest first.
behind_rows_sql <- function(bar, filters, currency) {
  paste0(behind_sql(bar, filters, currency), ", row_of_page AS MATERIALIZED (
  SELECT id, at, n::float8 AS n
  FROM behind
  ORDER BY at DESC, id
  LIMIT $7::integer OFFSET $8::integer
)
SELECT to_char(row_of_page.at AT TIME ZONE $3, 'YYYY-MM-DD HH24:MI:SS') AS at, coalesce(id, '') AS id, n, ",
  ROWS_BEHIND[[bar$rows]], "
ORDER BY row_of_page.at DESC, id")
}

#' What is shown of a session, an order, a cart: `about`, an amount with its currency, and the session.
ROWS_BEHIND <- list(
  session = "
       concat_ws(', ', replace(s.channel, '_', ' '), s.device, replace(s.login_state, '_', ' '),
         s.entry_path) AS about,
       NULL::float8 AS amount, '' AS currency, coalesce(id, '') AS session
FROM row_of_page
LEFT JOIN public.sessions s ON s.session_id = row_of_page.id",
  order = "
       concat_ws(', ', o.pieces || CASE WHEN o.pieces = 1 THEN ' piece' ELSE ' pieces' END,
         replace(o.login_state, '_', ' '))
         AS about,
       o.gross::float8 AS amount, coalesce(o.currency, '') AS currency, coalesce(o.session_id, '') AS session
FROM row_of_page
LEFT JOIN public.orders o ON o.order_id = row_of_page.id",
  cart = "
       concat_ws(', ', c.state, 'at ' || c.stage,
         c.pieces || CASE WHEN c.pieces = 1 THEN ' piece' ELSE ' pieces' END,
         c.device) AS about,
       c.value::float8 AS amount, coalesce(c.currency, '') AS currency, coalesce(c.session_id, '') AS session
FROM row_of_page
LEFT JOIN dash.carts c ON c.cart_id = row_of_page.id"
)

#' A page of what is behind a bar: list(n, the number of the bar; rows, how many; list). A row has at (the
#' shop's clock), id, n, about, amount, currency and session.
ask_behind <- function(warehouse, filters, bar, time_zone, version, currency, count, after = 0) {
  params <- filter_params(filters, time_zone)
  limits <- as.list(format(c(count, after), scientific = FALSE, trim = TRUE))
  asked <- asked_together(
    total = remembered(warehouse, version, behind_count_sql(bar, filters, currency), params),
    list = remembered(warehouse, version, behind_rows_sql(bar, filters, currency), c(params, limits))
  )
  list(n = asked$total$n, rows = asked$total$rows, list = asked$list)
}

#' The events of a session, an order or a cart, $1 its id. An order is found by its session and by the events
#' that told of it; the index of the events of a cart is by browser.
OPENED <- list(
  session = "e.session_id = $1",
  order = "e.session_id = (SELECT session_id FROM public.orders WHERE order_id = $1)
    OR e.event_id IN (SELECT unnest(ARRAY[placed_event_id, shopper_event_id])
                      FROM public.orders WHERE order_id = $1)",
  cart = "e.cart_id = $1 AND coalesce(e.client_id, e.session_id, e.cart_id) IN (
    SELECT coalesce(client_id, session_id, cart_id) FROM public.carts WHERE cart_id = $1
    UNION ALL SELECT shopper FROM public.cart_shoppers WHERE cart_id = $1)"
)

#' $2 time zone, $3 how many rows, $4 after how many. In the order in which the browser counted them.
opened_sql <- function(kind) {
  paste0("
SELECT to_char(e.event_timestamp AT TIME ZONE $2, 'YYYY-MM-DD HH24:MI:SS') AS at, e.event_name AS event,
       e.event_id::text AS event_id, coalesce(e.session_id, '') AS session,
       coalesce(e.order_id, e.context_product_name, e.context_product_id, e.search_term, e.page_path, '')
         AS about,
       e.order_revenue::float8 AS revenue, coalesce(e.currency, '') AS currency,
       coalesce(o.object_key, '') AS object, e.source_line::float8 AS line, e.total
FROM (
  SELECT e.*, (count(*) OVER ())::float8 AS total
  FROM public.clickstream_events e
  WHERE ", OPENED[[kind]], "
  ORDER BY e.event_timestamp, e.sequence NULLS FIRST, e.event_id
  LIMIT $3::integer OFFSET $4::integer
) AS e
LEFT JOIN public.etl_objects o ON o.object_id = e.source_object_id
ORDER BY e.event_timestamp, e.sequence NULLS FIRST, e.event_id")
}

#' A page of the events of a session, order or cart, the first ones first: the columns of ask_events() and
#' total, how many there are.
ask_opened <- function(warehouse, kind, id, time_zone, version, count, after = 0) {
  limits <- as.list(format(c(count, after), scientific = FALSE, trim = TRUE))
  remembered(warehouse, version, opened_sql(kind), c(list(id, time_zone), limits))
}
