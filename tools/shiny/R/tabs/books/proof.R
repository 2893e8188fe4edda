#' The counting rules and SQL of Books.

WORDS_BOOKS <- paste(
  "The shop closes each day of its books and numbers their lines without a gap, so a line that is missing",
  "shows. An order of the books and one of analytics are the same if they have the same order id, and a",
  "refund if it has the same id, otherwise the same order and amount. An order counts on its day by the",
  "shop\u2019s clock, a refund on its own. Where both sides are of different days or currencies, each side",
  "is a row. Days that are not closed yet are not compared."
)

WORDS_BOOK_REASONS <- paste(
  "Why an order is missing is said as far as the data knows it: what the shop noted with the order (by a",
  "browser or not, staff, consent), and whether its cart arrived. If the cart arrived and the order did",
  "not, it was lost; if consent was given and nothing arrived, it was blocked; otherwise the reason is",
  "unknown."
)

WORDS_BOOK_TOTALS <- paste(
  "Both totals are counted from the tables themselves, apart from the classes. What the classes do not",
  "explain is unexplained, and has to be 0 for every currency. The filters for login state and traffic do",
  "not apply here."
)

books_proof <- function(filters, time_zone) {
  proof_panel("books", list(WORDS_BOOKS, WORDS_BOOK_REASONS, WORDS_BOOK_TOTALS), list(
    list(id = "books", title = "Total of the books", sql = books_sql(filters, time_zone)),
    list(id = "analytics", title = "Total of analytics", sql = analytics_sql(filters, time_zone)),
    list(id = "missing", title = "Orders that only the books have", sql = missing_sql(filters, time_zone))
  ), source = "the lines of the books, and the orders and refunds of events")
}

#' The chosen days as far as the books are closed.
closed_days <- function(column, filters, time_zone) {
  sprintf(
    paste(
      "%s >= greatest(%s,", "    (SELECT since FROM dash.book_calendar))", "  AND %s < least(%s,",
      "    (SELECT until FROM dash.book_calendar))", sep = "\n"
    ), column, day_literal(filters$from, time_zone), column, day_literal(filters$to + 1, time_zone)
  )
}

books_sql <- function(filters, time_zone) {
  sprintf("SELECT currency, sum(CASE kind WHEN 'order' THEN amount ELSE -amount END) AS books
FROM (
  SELECT DISTINCT ON (kind, entry_id) * FROM public.book_entries
  ORDER BY kind, entry_id, number, object_key, line
) AS entry
WHERE %s
GROUP BY currency
ORDER BY 2 DESC;", closed_days("at", filters, time_zone))
}

analytics_sql <- function(filters, time_zone) {
  sprintf("SELECT coalesce(currency, (SELECT currency FROM dash.book_calendar)) AS currency,
       sum(amount) AS analytics
FROM (
  SELECT currency, gross AS amount FROM public.orders
  WHERE %s
  UNION ALL
  SELECT currency, -amount FROM dash.refunds
  WHERE %s
) AS told
GROUP BY 1
ORDER BY 2 DESC;", closed_days("placed_at", filters, time_zone),
  closed_days("refunded_at", filters, time_zone))
}

missing_sql <- function(filters, time_zone) {
  sprintf("SELECT count(DISTINCT entry_id) AS missing
FROM public.book_entries
WHERE kind = 'order'
  AND NOT EXISTS (SELECT FROM public.orders WHERE order_id = entry_id)
  AND %s;", closed_days("at", filters, time_zone))
}
