#' The table of campaigns, from the best to the worst.

#' @param campaigns result of campaigns_of(), with costs if has_costs is TRUE
#' @param net the net revenue of all channels
campaign_table <- function(ns, campaigns, page, net, has_costs, money) {
  if (nrow(campaigns) == 0) {
    return(card(
      "No visit came from a campaign",
      paste(
        "Links with utm_source, utm_medium and utm_campaign are counted here.",
        "Add these tags to the links in your emails and ads."
      )
    ))
  }
  shown <- page_of_rows(campaigns, page)
  first <- (shown$page - 1) * ROWS_OF_A_PAGE
  card(
    campaigns_sentence(campaigns),
    campaigns_note(campaigns, net),
    tags$div(class = "table-frame", tags$table(
      class = "products sources",
      sources_head("Campaign", FALSE, has_costs),
      tags$tbody(lapply(seq_len(nrow(shown$rows)), function(i) {
        campaign <- shown$rows[i, ]
        id <- function(what) ns(paste("campaign", first + i, what, sep = "-"))
        tags$tr(
          class = if (!campaign$is_judged) "context",
          tags$th(scope = "row", campaign$campaign, tags$small(source_words(campaign))),
          source_cells(
            id, campaign, money, bar_text("campaign", campaign$source, campaign$medium, campaign$campaign)
          ),
          if (has_costs) cost_cells(id, campaign, money)
        )
      }))
    )),
    page_buttons(ns, shown$page, shown$pages)
  )
}

#' "newsletter / email"; a part that the link does not name is left out.
source_words <- function(campaign) {
  parts <- c(campaign$source, campaign$medium)
  paste(parts[nzchar(parts)], collapse = " / ")
}
