#' Bars to both sides of zero: what rose and what fell, and by how much.

#' @param label name of what is shown, for the keyboard
#' @param items data frame: label, value, is_sure (the others are grey), tip
delta_chart <- function(label, items) {
  top <- max(abs(items$value), 0)
  tags$ol(class = "deltas", !!!chart_keys(label), lapply(seq_len(nrow(items)), function(i) {
    item <- items[i, ]
    width <- if (top > 0) abs(item$value) / top / 2 else 0
    side <- if (!item$is_sure) "context" else if (item$value > 0) "up" else "down"
    tags$li(
      class = side, `data-tip` = item$tip, tags$span(class = "delta-label", item$label),
      tags$span(class = "delta-track", `aria-hidden` = "true", tags$span(
        style = css_at(left = if (item$value < 0) 0.5 - width else 0.5, width = width)
      ))
    )
  }))
}

#' "Traffic\n+1.200.000: may be chance"
delta_tip <- function(label, value, is_sure, money) {
  paste0(label, "\n", signed_money(value, money), if (!is_sure) "\nmay be chance")
}
