#' Runs of the ETL, and how new the data is.

#' "The last load ended 23 Nov 2026, 16:22", or the error of the last one
runs_headline <- function(runs, time_zone) {
  if (nrow(runs) == 0) {
    return("Nothing has been loaded yet")
  }
  if (!is.na(runs$error[1])) {
    return(paste("The last load failed:", runs$error[1]))
  }
  ended <- runs$finished_at[!is.na(runs$finished_at)]
  if (length(ended) == 0) {
    return("No load has come to its end yet")
  }
  paste("The last load ended", format_moment(ended[1], time_zone))
}

runs_card <- function(ns, runs, time_zone) {
  complete <- runs$complete_until[1]
  caption <- paste0(
    "The latest loads that loaded something, or failed",
    if (nrow(runs) > 0 && !is.na(complete)) paste0(
      "; everything received until ", format_moment(complete, time_zone), " is loaded"
    )
  )
  if (nrow(runs) == 0) {
    return(card(runs_headline(runs, time_zone), caption, tags$p(class = "none", "None")))
  }
  card(
    runs_headline(runs, time_zone), caption,
    tags$div(class = "table-frame", tags$table(
      class = "faults",
      tags$thead(tags$tr(
        tags$th(scope = "col", "Began"),
        lapply(c("Loaded", "Duplicates", "Quarantined"), function(name) {
          tags$th(scope = "col", class = "number", name)
        })
      )),
      tags$tbody(lapply(seq_len(nrow(runs)), function(i) run_row(ns, runs[i, ], time_zone)))
    ))
  )
}

run_row <- function(ns, run, time_zone) {
  number <- function(what) {
    id <- ns(paste("run", run$run_id, what, sep = "-"))
    cell <- number_tag(tags$td, id, run[[what]], format_count(run[[what]]))
    tagAppendAttributes(cell, class = "number")
  }
  tags$tr(
    tags$th(scope = "row", format_moment(run$started_at, time_zone), tags$small(run_result(run))),
    number("loaded"), number("duplicates"), number("quarantined")
  )
}

#' "ended after 3 s", "failed: ...", "at work, or killed"
run_result <- function(run) {
  if (!is.na(run$error)) {
    return(paste("failed:", run$error))
  }
  if (is.na(run$finished_at)) {
    return("at work, or killed")
  }
  seconds <- as.numeric(run$finished_at) - as.numeric(run$started_at)
  paste("ended after", if (seconds < 60) paste(max(round(seconds), 1), "s") else format_duration(seconds))
}
