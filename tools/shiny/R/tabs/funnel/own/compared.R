#' The comparison of a funnel with the previous period of the same length.

#' The moment before which attempts count in a comparison: those that begin later have no time to finish yet.
#' NULL if all that began have had their time; NA if none has.
settled_until <- function(filters, data_until, time_zone, definition) {
  midnight <- function(day) as.numeric(as.POSIXct(paste(format(day), "00:00"), tz = time_zone))
  over <- as.numeric(data_until) - window_seconds(definition)
  if (is.na(over) || over <= midnight(filters$from)) {
    return(NA)
  }
  if (over < midnight(filters$to + 1)) as.POSIXct(over, origin = "1970-01-01", tz = "UTC")
}

#' The changes of each share between two periods, at the confidence that holds for all together.
#'
#' @param now,before results of own_steps() for the two periods
#' @return a data frame, one row per step after the first, and one for the whole ("all"): what, now, before,
#'   lower, upper (of the difference)
own_changes <- function(now, before) {
  n <- nrow(now)
  to <- c(seq_len(n)[-1], if (n > 2) n)
  from <- c(seq_len(n - 1), if (n > 2) 1)
  limits <- share_difference_interval(
    now$units[to], now$units[from], before$units[to], before$units[from], certainty_of_each(length(to))
  )
  data.frame(
    from = from, to = to, now = share_of(now$units[to], now$units[from]),
    before = share_of(before$units[to], before$units[from]), lower = limits$lower, upper = limits$upper
  )
}

#' The title of the comparison: the surest change, or that there is none.
changes_sentence <- function(changes, now, previous) {
  sure <- !is.na(changes$lower) & (changes$lower > 0 | changes$upper < 0)
  then <- format_days(previous$from, previous$to)
  if (!any(sure)) {
    return(paste("No share differs from", then, "by more than chance explains"))
  }
  distance <- ifelse(sure, pmax(changes$lower, -changes$upper), -Inf)
  surest <- changes[which.max(distance), ]
  sprintf(
    "%s go on from %s to %s than in %s: %s instead of %s", if (surest$lower > 0) "More" else "Fewer",
    now$label[surest$from], now$label[surest$to], then, format_share(surest$now), format_share(surest$before)
  )
}

#' The card of the comparison, or NULL while there is nothing to compare with.
own_comparison <- function(ns, board, definition) {
  filters <- board$filters()
  previous <- previous_filters(filters)
  until <- settled_until(filters, board$freshness()$data_until, board$time_zone, definition)
  if (!is_whole(previous, board$first_day()) || identical(until, NA)) {
    return(NULL)
  }
  earlier <- if (!is.null(until)) until - days_back(filters) * OWN_SPANS[["day"]]
  now <- own_steps(board$ask(ask_own_funnel, filters, definition = definition, until = until), definition)
  before <- own_steps(
    board$ask(ask_own_funnel, previous, definition = definition, until = earlier), definition
  )
  if (now$units[1] == 0 || before$units[1] == 0) {
    return(NULL)
  }
  changes <- own_changes(now, before)
  comparison_card(
    ns("own-compared"), changes, now, previous,
    paste0(
      capital(plural(2, definition$unit)), " that began, in these days and in ",
      format_days(previous$from, previous$to),
      if (!is.null(until)) {
        paste("; only those that began before", format_moment(until, board$time_zone), "have had their time")
      }
    )
  )
}

#' @param id the id of the table, and the beginning of those of its numbers
#' @param changes result of own_changes()
comparison_card <- function(id, changes, now, previous, caption) {
  card(
    changes_sentence(changes, now, previous), caption,
    tags$div(class = "table-frame", tags$table(
      class = "groups", id = id,
      tags$thead(tags$tr(
        tags$th(scope = "col", "From \u2192 to"), number_heading("These days"), number_heading("Before")
      )),
      tags$tbody(lapply(seq_len(nrow(changes)), function(i) {
        change <- changes[i, ]
        part <- function(what) paste(id, change$from, change$to, what, sep = "-")
        tags$tr(
          tags$th(scope = "row", paste(now$label[change$from], "\u2192", now$label[change$to])),
          number_cell(part("now"), change$now, format_share(change$now), "These days"),
          number_cell(part("before"), change$before, format_share(change$before), "Before")
        )
      }))
    ))
  )
}
