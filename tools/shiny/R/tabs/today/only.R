#' A single channel or device: chosen by its row in the table of segments, and in the address.

is_of_all <- function(only) only$channel == "all" && only$device == "all"

#' Orders in other currencies are not divided by channel and device.
NO_OTHERS <- data.frame(
  currency = character(0), orders = numeric(0), revenue = numeric(0), net = numeric(0),
  stringsAsFactors = FALSE
)

#' What is left out, with buttons that bring it back; NULL if nothing is.
only_note <- function(ns, only) {
  chosen <- names(only)[only != "all"]
  if (length(chosen) == 0) {
    return(NULL)
  }
  tags$p(class = "only", id = ns("only"), "Only", lapply(chosen, function(name) {
    segment <- list(dimension = name, key = only[[name]])
    action_button(ns(name), sprintf("%s \u2715", segment_label(segment)), "all")
  }))
}

#' The label of a row; that of a channel or device is a button that leaves out all others.
segment_heading <- function(ns, segment) {
  label <- segment_label(segment)
  if (!segment$dimension %in% c("channel", "device")) {
    return(label)
  }
  tags$button(
    type = "button", class = "drill", `data-input` = ns(segment$dimension), `data-value` = segment$key,
    title = sprintf("Only %s", label), label
  )
}

#' Conditions of a statement.
#'
#' @param column an SQL expression with %s for channel or device
only_conditions <- function(days, column = "%s") {
  chosen <- Filter(function(name) !is.null(days[[name]]) && days[[name]] != "all", c("channel", "device"))
  quoted <- function(text) paste0("'", gsub("'", "''", text, fixed = TRUE), "'")
  paste(sprintf("\n  AND %s = %s", sprintf(column, chosen), vapply(days[chosen], quoted, "")), collapse = "")
}
