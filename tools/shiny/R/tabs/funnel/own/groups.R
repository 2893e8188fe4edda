#' The reader's funnel by one or two breakdowns: a compact table, a row for each group.

#' Groups in the table; the file has more.
SHOWN_GROUPS <- 20

#' @param rows result of ask_own_groups()
#' @return a list of list(label, steps), the group with the most units first
own_groups <- function(rows, definition) {
  lapply(split(rows, rows$place), function(group) {
    values <- c(group$group_1[1], group$group_2[1])[seq_along(definition$breakdown)]
    words <- vapply(seq_along(values), function(i) breakdown_value(values[i], definition$breakdown[i]), "")
    list(label = paste(words, collapse = " \u00b7 "), steps = own_steps(group, definition))
  })
}

#' Products, categories, campaigns and pages keep their spelling.
breakdown_value <- function(value, breakdown) {
  if (is.na(value)) {
    return("Unknown")
  }
  if (breakdown %in% c("device", "login_state", "channel")) group_label(value) else value
}

#' The title of the table: the pair of groups with the surest difference. All pairs are compared together.
#' None is claimed while some can still go on: a group that began late would look worse.
own_groups_sentence <- function(groups, definition) {
  by <- in_words(tolower(names(OWN_BREAKDOWNS)[match(definition$breakdown, OWN_BREAKDOWNS)]))
  if (sum(vapply(groups, function(group) sum(group$steps$pending), 0)) > 0) {
    return(sprintf("Steps by %s so far: those who can still go on may change the shares", by))
  }
  large <- Filter(function(group) group$steps$units[1] >= FEW_UNITS, groups)
  if (length(large) < 2) {
    return(paste("Steps by", by))
  }
  begun <- vapply(large, function(group) group$steps$units[1], 0)
  done <- vapply(large, function(group) group$steps$units[nrow(group$steps)], 0)
  pair <- surest_difference(done, begun)
  if (is.null(pair)) {
    return(sprintf("By %s, the shares of first \u2192 last differ by no more than chance explains", by))
  }
  sprintf(
    "More come from first to last in %s (%s) than in %s (%s)", large[[pair[1]]]$label,
    format_share(done[pair[1]] / begun[pair[1]]), large[[pair[2]]]$label,
    format_share(done[pair[2]] / begun[pair[2]])
  )
}

own_groups_card <- function(ns, rows, definition) {
  groups <- own_groups(rows, definition)
  shown <- utils::head(groups, SHOWN_GROUPS)
  labels <- step_labels(definition)
  card(
    own_groups_sentence(groups, definition),
    paste0(
      capital(plural(2, definition$unit)), " at each step, and the share of the step before",
      if (rows$groups[1] > length(shown)) {
        sprintf("; the %d largest of %s groups", length(shown), format_count(rows$groups[1]))
      }
    ),
    tags$div(class = "table-frame", tags$table(
      id = ns("own-groups"), class = "products sources",
      tags$thead(tags$tr(
        tags$th(scope = "col", "Group"), lapply(labels, number_heading), number_heading("First \u2192 last")
      )),
      tags$tbody(lapply(seq_along(shown), function(i) own_group_row(ns, shown[[i]], i, labels)))
    ))
  )
}

#' @param place the position of the group, from 1: groups may contain any characters, ids may not
own_group_row <- function(ns, group, place, labels) {
  steps <- group$steps
  last <- nrow(steps)
  tags$tr(
    tags$th(scope = "row", group$label),
    lapply(seq_len(last), function(i) number_cell(
      ns(paste("own-group", place, i, sep = "-")), steps$units[i], format_count(steps$units[i]), labels[i],
      if (i > 1) tags$small(format_share(steps$of_before[i], 0))
    )),
    number_cell(
      ns(paste("own-group", place, "whole", sep = "-")), steps$of_first[last],
      format_share(steps$of_first[last]), "First \u2192 last"
    )
  )
}
