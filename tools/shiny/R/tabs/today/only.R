#' The label of a row; that of a channel, campaign or device is a button that leaves out all others.
segment_heading <- function(segment) {
  label <- segment_label(segment)
  is_filter <- segment$dimension %in% c("channel", "campaign", "device") && nzchar(segment$key)
  if (!is_filter) {
    return(label)
  }
  tags$button(
    type = "button", class = "drill", `data-input` = NS("filters")("only"),
    `data-value` = paste0(segment$dimension, "=", segment$key), title = sprintf("Only %s", label), label
  )
}
