#' The table of cohorts: the stronger the colour of a cell, the more buyers came back, or the more they
#' brought.

#' The strength of the strongest colour, so that text remains readable on it.
STRONGEST <- 45

#' @param cells result of cohort_cells()
#' @param shown one of COHORT_CELLS
cohorts_card <- function(ns, cells, shown, filters, money) {
  newest <- newest_cohorts(cells)
  together <- cohorts_together(newest)
  column <- if (shown == "buyers") "share" else "per_buyer"
  write <- if (shown == "buyers") function(x) format_share(x, 0) else money
  top <- max(newest[[column]][newest$state == "over"], together[[column]], 0, na.rm = TRUE)
  cohorts <- unique(newest$cohort)
  card(
    cohorts_sentence(together, shown, money), if (shown == "buyers") {
      "First-time buyers who ordered again, by weeks after their first order (0: the same week)"
    } else {
      "Net revenue per first-time buyer, by weeks after the first order, all weeks before added up"
    },
    tags$a(
      class = "action download", href = paste0("cohorts.csv", address_of("customers", filters)),
      download = "cohorts.csv", "Download CSV"
    ),
    choice_buttons(ns("cohorts"), COHORT_CELLS, shown, "Cells show"),
    tags$div(class = paste("heatmap cohorts table-frame", if (shown == "revenue") "money"), tags$table(
      tabindex = "0", `data-steps` = LAST_WEEK + 1,
      tags$caption(
        class = "visually-hidden",
        "First-time buyers by the week of their first order. The arrow keys step through the weeks after it."
      ),
      tags$thead(tags$tr(
        tags$th(scope = "col", "Week of first order"), tags$th(scope = "col", "Buyers"),
        lapply(0:LAST_WEEK, function(week) {
          tags$th(scope = "col", tags$span(class = "visually-hidden", "Week"), week)
        })
      )),
      tags$tbody(lapply(seq_along(cohorts), function(i) {
        of <- newest[newest$cohort == cohorts[i], ]
        tags$tr(
          tags$th(scope = "row", cohort_label(cohorts[i], filters)),
          number_tag(
            tags$th, ns(paste("cohort", cohorts[i], "buyers", sep = "-")), of$buyers[1],
            format_count(of$buyers[1])
          ),
          lapply(seq_len(nrow(of)), function(k) cohort_cell(ns, of[k, ], shown, column, top, write, money))
        )
      })),
      tags$tfoot(together_row(ns, together, sum(newest$buyers[newest$week == 0]), column, write))
    )),
    tags$p(class = "caption", cohorts_legend(length(unique(cells$cohort))))
  )
}

#' @param n the number of cohorts
cohorts_legend <- function(n) {
  paste0(
    "Dashed: the week is in progress. Empty: it has not begun. In part: some of its days are not selected. ",
    "All: only cohorts for which the week is over.",
    if (n > MOST_COHORTS) sprintf(" The newest %d of %d weeks are shown; the file has all.", MOST_COHORTS, n)
  )
}

#' "6 Apr", with a note if some days of the week are not selected.
cohort_label <- function(cohort, filters) {
  is_part <- cohort < filters$from || cohort + 6 > filters$to
  tagList(format_day(cohort, year = TRUE), if (is_part) tags$small("in part"))
}

cohort_cell <- function(ns, cell, shown, column, top, write, money) {
  value <- cell[[column]]
  strength <- if (top > 0 && !is.na(value)) min(value / top, 1) else 0
  cell_of <- number_tag(
    tags$td, ns(paste("cohort", cell$cohort, cell$week, sep = "-")), value, if (!is.na(value)) write(value)
  )
  tagAppendAttributes(
    cell_of, class = cell$state, style = sprintf("--heat:%.1f%%", STRONGEST * strength),
    `data-tip` = cohort_tip(cell, shown, money), `data-again` = exact_number(cell$again),
    `data-bar` = if (shown == "buyers" && isTRUE(cell$again > 0)) {
      bar_text("cohort", format(cell$cohort), cell$week)
    }
  )
}

cohort_tip <- function(cell, shown, money) {
  of <- sprintf("%s first-time %s", format_count(cell$buyers), plural(cell$buyers, "buyer"))
  where <- sprintf(
    "First order in the week of %s\nWeek %d: %s", format_day(cell$cohort), cell$week,
    format_days(cell$begins, cell$begins + 6)
  )
  if (cell$state == "future") {
    return(paste0(where, "\nhas not begun"))
  }
  what <- if (shown == "buyers") {
    sprintf("%s of %s ordered again (%s)", format_count(cell$again), of, format_share(cell$share))
  } else {
    sprintf("%s so far, %s for each of %s", money(cell$total), money(cell$per_buyer), of)
  }
  paste0(where, "\n", what, if (cell$state == "open") "\nin progress: more may follow")
}

together_row <- function(ns, together, buyers, column, write) {
  tags$tr(
    tags$th(scope = "row", "All"), number_tag(tags$th, ns("cohorts-buyers"), buyers, format_count(buyers)),
    lapply(seq_len(nrow(together)), function(k) {
      value <- together[[column]][k]
      number_tag(
        tags$td, ns(paste("cohorts", together$week[k], sep = "-")), value, if (!is.na(value)) write(value)
      )
    })
  )
}
