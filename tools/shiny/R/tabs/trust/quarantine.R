#' Lines in quarantine, with an example for each reason.

#' @param examples data frame: reason, detail, object_key, line, raw; the latest line of each reason
quarantine_card <- function(ns, quarantine, examples) {
  caption <- "Lines in quarantine now, from all days, by reason, each with its latest line"
  if (nrow(quarantine) == 0) {
    return(card("The quarantine is empty", caption, tags$p(class = "none", "None")))
  }
  items <- data.frame(
    key = quarantine$reason, label = gsub("_", " ", quarantine$reason, fixed = TRUE),
    value = quarantine$lines, note = ""
  )
  total <- sum(quarantine$lines)
  card(
    sprintf(
      "%s %s in quarantine: npm run replay reads %s again", format_count(total),
      if (total == 1) "line is" else "lines are", if (total == 1) "it" else "them"
    ),
    caption, bar_list(ns("reason"), items, strong = seq_len(nrow(items)) == 1),
    lapply(seq_len(nrow(examples)), function(i) quarantine_example(examples[i, ]))
  )
}

quarantine_example <- function(example) {
  detail <- if (is.na(example$detail)) "" else paste0(": ", example$detail)
  tags$details(
    tags$summary(paste0(capital(gsub("_", " ", example$reason, fixed = TRUE)), detail)),
    tags$p(class = "caption", sprintf("Line %s of %s", format_count(example$line), example$object_key)),
    tags$pre(tabindex = "0", .noWS = "inside", tags$code(example$raw, .noWS = "outside"))
  )
}
