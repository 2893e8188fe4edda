#' Marks of charts and numbers of tables that can be opened. behind.js sends what they name.

#' A number that opens what is behind it; plain text where nothing is.
#'
#' @param bar a text of bar_text()
behind_number <- function(bar, value, ...) {
  if (is.null(bar) || is.na(value) || value == 0) {
    return(tagList(...))
  }
  tags$button(
    type = "button", class = "behind-number", `data-bar` = bar, title = "Show what is behind it", ...
  )
}
