#' Watches how new the warehouse's data is and whether it answers, and shows both at the top of the page.

STALE_AFTER <- 2 * 3600

freshness_ui <- function(id) {
  ns <- NS(id)
  list(
    note = uiOutput(ns("note"), container = function(...) tags$div(class = "freshness", ...)),
    banner = uiOutput(ns("banner"))
  )
}

#' @param retry a reactive that changes when the reader asks to try again
#' @return list(data, reachable): reactives. `data` is the last result of ask_freshness(), and changes only
#'   with new data; it stops with `warehouse_unreachable` while there is no result yet.
freshness_server <- function(id, warehouse, time_zone, retry) {
  stopifnot(is.reactive(retry))
  moduleServer(id, function(input, output, session) {
    data <- reactiveVal(NULL)
    last_load <- reactiveVal(NULL)
    problem <- reactiveVal(NULL)

    observe({
      retry()
      answer <- tryCatch(ask_freshness(warehouse), warehouse_error = identity)
      if (inherits(answer, "warehouse_error")) {
        if (is.null(isolate(problem()))) message(conditionMessage(answer), " ", answer$reason)
        problem(answer)
        invalidateLater(3000)
      } else {
        problem(NULL)
        last_load(answer$last_load_at)
        data(answer[c("data_until", "events", "quarantined", "version")])
        invalidateLater(5000)
      }
    }, priority = 10)

    output$note <- renderUI(freshness_note(data(), last_load(), problem(), time_zone))
    output$banner <- renderUI({
      invalidateLater(60000)
      freshness_banner(data(), last_load(), problem(), Sys.time(), time_zone)
    })

    list(
      data = reactive({
        if (is.null(data()) && !is.null(problem())) stop(problem())
        req(data(), cancelOutput = TRUE)
      }),
      reachable = reactive(is.null(problem()))
    )
  })
}

#' "Data until 23 Nov 2026, 16:20 - last load 16:22"
freshness_note <- function(data, last_load, problem, time_zone) {
  note <- function(moment, ...) tags$span(id = "data-until", `data-value` = moment, ...)
  if (is.null(data)) {
    return(note("", if (is.null(problem)) "Asking the warehouse" else "No data"))
  }
  if (is.na(data$data_until)) {
    return(note("", "Nothing loaded yet"))
  }
  tagList(
    note(
      format(data$data_until, "%Y-%m-%dT%H:%M:%SZ", tz = "UTC"),
      "Data until", tags$b(format_moment(data$data_until, time_zone))
    ),
    if (!is.na(last_load)) tags$span("last load", format_relative_to(last_load, data$data_until, time_zone))
  )
}

#' A moment as shown next to another: only the time if both are on the same day.
format_relative_to <- function(moment, other, time_zone) {
  if (day_of(moment, time_zone) == day_of(other, time_zone)) {
    return(format(moment, "%H:%M", tz = time_zone))
  }
  format_moment(moment, time_zone)
}

#' A warning above the figures: the warehouse does not answer, or its data is old.
freshness_banner <- function(data, last_load, problem, now, time_zone) {
  if (!is.null(problem)) {
    known <- if (is.null(data) || is.na(data$data_until)) {
      "The dashboard tries again every few seconds."
    } else {
      sprintf("The figures shown are from before; data until %s.", format_moment(data$data_until, time_zone))
    }
    return(banner("error", paste(conditionMessage(problem), known), action_button("retry", "Try again now")))
  }
  if (is_stale(last_load, now)) {
    return(banner("stale", sprintf(
      "The last load was %s ago (%s): newer events are not in these figures. Check the log of the ETL.",
      format_duration(seconds_between(last_load, now)), format_moment(last_load, time_zone)
    )))
  }
  NULL
}

is_stale <- function(last_load, now) {
  length(last_load) == 1 && !is.na(last_load) && seconds_between(last_load, now) > STALE_AFTER
}

seconds_between <- function(earlier, later) as.numeric(difftime(later, earlier, units = "secs"))

banner <- function(kind, text, action = NULL) {
  tags$div(
    class = paste0("banner banner-", kind), role = "alert", `data-state` = kind, tags$p(text), action
  )
}
