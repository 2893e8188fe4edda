#' A definition as a readable text for the address, and as JSON for dash.funnel().
#'
#' "product_view~add_to_cart_click.category.is.laptops~~visitor.strict.7-days.by-channel": steps are separated
#' by "~", the parts of a step by ".", and after "~~" are the settings that are not the usual ones.

#' @param definition result of checked_definition()
#' @return "" for the usual definition
definition_text <- function(definition) {
  if (identical(definition, USUAL_DEFINITION)) {
    return("")
  }
  steps <- vapply(definition$steps, function(step) {
    event <- gsub(".", "%2E", escaped(step$event), fixed = TRUE)
    if (is.null(step$field)) event else paste(event, step$field, step$kind, escaped(step$value), sep = ".")
  }, "")
  named <- c(definition$unit, definition$order, window_text(definition$window), definition$entry)
  usual <- with(USUAL_DEFINITION, c(unit, order, window_text(window), entry))
  settings <- c(named[named != usual], if (length(definition$breakdown)) paste0("by-", definition$breakdown))
  paste0(
    paste(steps, collapse = "~"), if (length(settings)) paste0("~~", paste(settings, collapse = "."))
  )
}

#' @section Errors: `funnel_refused`
definition_from_text <- function(text) {
  if (text == "") {
    return(USUAL_DEFINITION)
  }
  if (grepl("%(?!25|7E|2E)", text, perl = TRUE)) {
    refuse_funnel("The steps \u201c%s\u201d contain a %% without a code after it.", shortened(text))
  }
  halves <- strsplit(text, "~~", fixed = TRUE)[[1]]
  if (length(halves) > 2) {
    refuse_funnel("The steps \u201c%s\u201d are followed by settings twice.", shortened(text))
  }
  steps <- lapply(strsplit(halves[1], "~", fixed = TRUE)[[1]], step_from_text)
  settings <- if (length(halves) == 2) strsplit(halves[2], ".", fixed = TRUE)[[1]]
  checked_definition(c(list(steps = steps), settings_from_text(settings)))
}

step_from_text <- function(text) {
  parts <- regmatches(text, regexec("^([^.]+)(\\.([^.]+)\\.([^.]+)\\.(.*))?$", text))[[1]]
  if (length(parts) == 0) {
    refuse_funnel("The step \u201c%s\u201d is not an event, or an event.field.is.value.", shortened(text))
  }
  parts <- unescaped(parts)
  list(event = parts[2], field = parts[4], kind = parts[5], value = parts[6])
}

settings_from_text <- function(settings) {
  read <- USUAL_DEFINITION[c("order", "window", "unit", "entry", "breakdown")]
  for (setting in settings) {
    if (setting %in% OWN_ORDERS) {
      read$order <- setting
    } else if (setting %in% OWN_UNITS) {
      read$unit <- setting
    } else if (setting %in% OWN_ENTRIES) {
      read$entry <- setting
    } else if (startsWith(setting, "by-")) {
      read$breakdown <- c(read$breakdown, substring(setting, 4))
    } else if (grepl("^[0-9]{1,6}-(minute|hour|day)s?$", setting)) {
      parts <- strsplit(setting, "-", fixed = TRUE)[[1]]
      read$window <- list(count = parts[1], of = sub("s$", "", parts[2]))
    } else {
      refuse_funnel(
        "There is no setting \u201c%s\u201d. Settings are such as %s.", shortened(setting),
        "visitor, strict, 7-days, first, by-channel"
      )
    }
  }
  read
}

window_text <- function(window) sprintf("%.0f-%s", window$count, plural(window$count, window$of))

escaped <- function(text) gsub("~", "%7E", gsub("%", "%25", text, fixed = TRUE), fixed = TRUE)
unescaped <- function(text) {
  gsub("%25", "%", gsub("%2E", ".", gsub("%7E", "~", text, fixed = TRUE), fixed = TRUE), fixed = TRUE)
}

#' The definition that a form sends as JSON.
#'
#' @section Errors: `funnel_refused`
definition_from_form <- function(json) {
  is_text <- is.character(json) && length(json) == 1 && !is.na(json) && nchar(json) <= 20000
  # parse_json() and not fromJSON(), which would open a file or an address.
  raw <- if (is_text) tryCatch(jsonlite::parse_json(json), error = function(e) NULL)
  if (!is.list(raw)) refuse_funnel("The form of the steps could not be read. Load the page again.")
  checked_definition(raw)
}

#' The definition as dash.funnel() takes it, with the filters of the page.
#'
#' @param breakdown the groups to count; none for the totals
definition_json <- function(definition, filters, breakdown = character(0)) {
  is_direct <- definition$order == "direct"
  as.character(jsonlite::toJSON(auto_unbox = TRUE, c(
    list(
      steps = lapply(definition$steps, function(step) {
        if (is.null(step$field)) {
          return(list(event = step$event))
        }
        condition <- stats::setNames(list(step$value), step$kind)
        c(list(event = step$event), stats::setNames(list(condition), step$field))
      }),
      order = if (is_direct) "strict" else definition$order
    ),
    if (is_direct) list(watch = "all", strict_deduplication = TRUE),
    list(
      window = window_words(definition), unit = definition$unit, entry = definition$entry,
      traffic = filters$traffic
    ),
    own_filters(filters),
    if (length(breakdown) > 0) list(breakdown = I(breakdown))
  )))
}

#' The filters of the session in which an attempt begins. dash.funnel() does not know new visitors.
own_filters <- function(filters) {
  only <- narrowings_of(filters, "session")
  only <- only[names(only) != "visitors"]
  chosen <- c(if (filters$login != "all") c(login_state = filters$login), only)
  if (length(chosen) > 0) list(filters = lapply(chosen, I))
}
