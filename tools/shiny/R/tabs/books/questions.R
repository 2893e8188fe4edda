#' The queries of Books: both totals, the classes of orders and refunds, how many of them browsers have told,
#' and the rows of one class.

#' $1 first day, $2 last day (counted), $3 time zone.
BOOK_DAYS <- "(($1::date)::timestamp AT TIME ZONE $3, ($2::date + 1)::timestamp AT TIME ZONE $3)"

SQL_BOOKS_STATE <- "
SELECT to_char(first_day, 'YYYY-MM-DD') AS first_day, to_char(last_day, 'YYYY-MM-DD') AS last_day, files,
       missing_numbers, (SELECT min(first_number)::float8 FROM dash.book_gaps) AS first_missing, quarantined,
       contradictions, open_days, incomplete_files
FROM dash.books_state"

SQL_BOOK_TOTALS <- paste0("
SELECT currency, coalesce(sum(books), 0)::float8 AS books, coalesce(sum(analytics), 0)::float8 AS analytics,
       sum(book_orders)::float8 AS orders, sum(told_orders)::float8 AS told
FROM dash.book_totals", BOOK_DAYS, "
GROUP BY currency
ORDER BY currency")

#' One row for each class, and one for each of its currencies; of an order in two rows only one counts.
SQL_BOOK_CLASSES <- paste0("
SELECT kind, class, coalesce(reason, '') AS reason, is_fault, currency,
       count(DISTINCT (order_id, refund_id))::float8 AS entries, sum(books)::float8 AS books,
       sum(analytics)::float8 AS analytics, sum(difference)::float8 AS difference
FROM dash.reconcile_books", BOOK_DAYS, "
GROUP BY GROUPING SETS ((kind, class, coalesce(reason, ''), is_fault, currency),
  (kind, class, coalesce(reason, ''), is_fault))
ORDER BY is_fault DESC, entries DESC, kind, class, reason, currency")

#' Orders of the books, and those that browsers have told: in all, by day and by what is known of them. What
#' the shop had to tell itself is not covered.
SQL_BOOK_COVERAGE <- paste0("
SELECT CASE WHEN GROUPING(day) = 0 THEN 'day' WHEN GROUPING(browser) = 0 THEN 'browser'
         WHEN GROUPING(device) = 0 THEN 'device' WHEN GROUPING(channel) = 0 THEN 'channel'
         WHEN GROUPING(consent) = 0 THEN 'consent' ELSE 'all' END AS by,
       coalesce(to_char(day, 'YYYY-MM-DD'), browser, device, channel, consent, '') AS key,
       count(*)::float8 AS booked, count(*) FILTER (WHERE is_seen)::float8 AS seen
FROM (
  SELECT day, coalesce(browser, 'unknown') AS browser, device, channel,
         coalesce(consent, 'unknown') AS consent,
         is_seen AND reason IS DISTINCT FROM 'by_server' AS is_seen
  FROM dash.reconcile_books", BOOK_DAYS, "
  WHERE kind = 'order' AND is_booked
) AS booked
GROUP BY GROUPING SETS ((), (day), (browser), (device), (channel), (consent))
ORDER BY 1, booked DESC, 2")

#' $4 kind, $5 class, $6 reason, $7 how many rows, $8 after how many.
SQL_BOOK_ROWS <- paste0("
SELECT order_id, coalesce(refund_id, '') AS refund_id, extract(epoch FROM at)::float8 AS at, currency,
       books::float8 AS books, analytics::float8 AS analytics, difference::float8 AS difference,
       coalesce(browser, 'unknown') AS browser, device, channel, coalesce(consent, 'unknown') AS consent,
       coalesce(cart_id, '') AS cart_id
FROM dash.reconcile_books", BOOK_DAYS, "
WHERE kind = $4 AND class = $5 AND coalesce(reason, '') = $6
ORDER BY at, order_id, refund_id
LIMIT $7::integer OFFSET $8::integer")

book_params <- function(filters, time_zone) list(format(filters$from), format(filters$to), time_zone)

#' The books against analytics: list(state, totals, classes, coverage). `state` has no row before the first
#' day is loaded.
#'
#' @param minute see steady_minute(): files of the books may come without new events
ask_books <- function(warehouse, filters, time_zone, version, minute = this_minute()) {
  asked <- function(sql, params = list()) remembered(warehouse, c(version, minute), sql, params)
  params <- book_params(filters, time_zone)
  books <- asked_together(
    state = asked(SQL_BOOKS_STATE), totals = asked(SQL_BOOK_TOTALS, params),
    classes = asked(SQL_BOOK_CLASSES, params), coverage = asked(SQL_BOOK_COVERAGE, params)
  )
  books$state[c("first_day", "last_day")] <- lapply(books$state[c("first_day", "last_day")], as.Date)
  books
}

#' The coverage of the previous period, if the books cover all of it; NULL otherwise.
ask_coverage_before <- function(warehouse, filters, state, time_zone, version) {
  before <- previous_filters(filters)
  if (nrow(state) == 0 || before$from < state$first_day || before$to > state$last_day) {
    return(NULL)
  }
  remembered(warehouse, version, SQL_BOOK_COVERAGE, book_params(before, time_zone))
}

#' Rows of one class: a row for an order or refund, two where its sides are of different days or currencies.
#'
#' @param entry result of entry_from()
#' @param minute as for ask_books()
ask_book_rows <- function(warehouse, filters, entry, time_zone, version, count, after = 0,
                          minute = this_minute()) {
  limits <- format(c(count, after), scientific = FALSE, trim = TRUE)
  params <- c(book_params(filters, time_zone), entry$kind, entry$class, entry$reason, limits)
  remembered(warehouse, c(version, minute), SQL_BOOK_ROWS, as.list(params))
}
