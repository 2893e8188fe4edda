#' The weekly letter: one HTML file that needs nothing else, with the numbers of the tabs.

#' @param to the last day of the week
#' @param styles text of the style sheets
#' @return list(html, line), the line says what is in it
weekly_letter <- function(board, to, styles) {
  week <- on_days(board, letter_filters(to - 6, to))
  overview <- overview_figures(week)
  marketing <- marketing_figures(week, choices_of_tabs()$model$usual)
  changes <- largest_changes(overview, marketing, week)
  month <- on_days(board, action_days(to))
  examined <- examined_actions(month)
  shown <- if (!is.null(examined)) top_actions(examined$result$found)
  done <- still_done(board$done())
  done <- done[done$done_on <= to, , drop = FALSE]
  body <- tags$main(
    letter_head(week, overview, to), letter_numbers(week, overview), letter_changes(changes, overview),
    letter_actions(month, examined, shown), done_list(letter_id, done, board), letter_foot(week)
  )
  list(html = letter_page(body, to, styles), line = sprintf(
    "the week of %s, %d significant %s, %d %s, %d done", format_days(to - 6, to), nrow(changes),
    plural(nrow(changes), "change"), NROW(shown), plural(NROW(shown), "action"), nrow(done)
  ))
}

#' "letter-net"
letter_id <- function(what) paste0("letter-", what)

LETTER_POLICY <- "default-src 'none'; style-src 'unsafe-inline'"

#' The page refuses to load anything, so that nobody learns when it is read.
letter_page <- function(body, to, styles) {
  paste0("<!DOCTYPE html>\n", htmltools::doRenderTags(tags$html(
    lang = "en",
    tags$head(
      tags$meta(charset = "utf-8"),
      tags$meta(name = "viewport", content = "width=device-width, initial-scale=1"),
      tags$meta(name = "color-scheme", content = "light dark"),
      tags$meta(`http-equiv` = "Content-Security-Policy", content = LETTER_POLICY),
      tags$title(paste("The week of", format_days(to - 6, to))), tags$style(HTML(styles))
    ),
    tags$body(body)
  )))
}

letter_head <- function(week, overview, to) {
  worth <- worth_in_words(overview$now$net, overview$others, week$currency, week$money_in)
  headline <- overview_headline(overview$now, overview$changes, week$filters(), worth)
  tags$header(
    tags$p(class = "caption", "The week of", format_days(to - 6, to)),
    tags$h1(id = letter_id("headline"), headline),
    tags$p(class = "caption", comparison_note(overview, week))
  )
}

letter_numbers <- function(week, overview) {
  row <- function(metric) {
    write <- format_metric(metric, week)
    change <- overview$changes[metric, ]
    number <- function(what, value, text) number_tag(tags$td, letter_id(what), value, text)
    tags$tr(
      tags$th(scope = "row", METRICS[[metric]]),
      number(metric, overview$now[[metric]], write(overview$now[[metric]])),
      number(paste0(metric, "-before"), overview$before[[metric]], write(overview$before[[metric]])),
      if (is.null(change)) tagList(tags$td("\u2013"), tags$td("\u2013")) else tagList(
        number_tag(function(...) {
          tags$td(class = if (is_sure(change)) if (change$change > 0) "up" else "down", ...)
        }, letter_id(paste0(metric, "-change")), change$change, format_change(change$change)),
        tags$td(interval_words(change))
      )
    )
  }
  heads <- c("", "This week", "Week before", "Change", "95 % interval")
  tags$section(
    tags$h2("The numbers"),
    tags$div(class = "table-frame", tabindex = "0", role = "region", `aria-label` = "The numbers", tags$table(
      tags$thead(tags$tr(lapply(heads, function(head) tags$th(scope = "col", head)))),
      tags$tbody(lapply(names(METRICS), row))
    )),
    tags$p(class = "caption", other_money_note(overview$others, week$currency, week$money_in))
  )
}

#' "−12 % to +3 %, not significant"
interval_words <- function(change) {
  if (is.na(change$lower) || is.na(change$change)) {
    return("\u2013")
  }
  between <- paste(format_change(change$lower), "to", format_change(change$upper))
  paste0(between, if (!is_sure(change)) ", not significant")
}
