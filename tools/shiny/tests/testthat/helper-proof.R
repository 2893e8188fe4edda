# Reads the numbers of a tab and those of its SQL.

# The HTML of a tab's outputs under some filters, by choice, while a reader makes one choice after the other.
pages_of <- function(server, filters, outputs, input_name, choices) {
  pages <- list()
  testServer(server, args = list(board = a_board(filters)), {
    for (choice in choices) {
      do.call(session$setInputs, stats::setNames(list(choice), input_name))
      pages[[choice]] <<- paste(vapply(outputs, function(name) html_of(output[[name]]), ""), collapse = "\n")
    }
  })
  lapply(pages, function(html) gsub("id=\"mock-session-|id=\"proxy[0-9]+-", "id=\"", html))
}

page_of <- function(server, filters, outputs) pages_of(server, filters, outputs, "none", "none")[[1]]

# The rows of a statement on the page. A statement for several numbers runs once.
run_sql <- local({
  answers <- new.env(parent = emptyenv())
  function(html, id) {
    sql <- sql_at(html, id)
    key <- rlang::hash(sql)
    if (is.null(answers[[key]])) answers[[key]] <- remembered(test_warehouse(), "proof", sql, list())
    rows <- answers[[key]]
    if (!is.null(rows$day)) rows$day <- format(as.Date(rows$day))
    rows
  }
})

# Every number with this prefix on the page is in the SQL's rows, and vice versa.
expect_same_numbers <- function(html, prefix, keys, values) {
  shown <- ids_with(html, prefix)
  shown_values <- vapply(shown, function(id) value_at(html, id), 0)
  expect_true(all(paste0(prefix, keys) %in% shown))
  expect_equal(shown_values[paste0(prefix, keys)], stats::setNames(as.numeric(values), paste0(prefix, keys)))
  others <- setdiff(shown, paste0(prefix, keys))
  expect_true(all(is.na(shown_values[others]) | shown_values[others] == 0))
}
