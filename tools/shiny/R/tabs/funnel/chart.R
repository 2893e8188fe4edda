#' The steps of the funnel, each as wide as its share of the first, with the losses between them.

funnel_chart <- function(ns, steps) {
  worst <- largest_loss(steps)
  tags$ol(class = "funnel", !!!chart_keys("Sessions at each step"), lapply(seq_len(nrow(steps)), function(i) {
    step <- steps[i, ]
    id <- function(what) ns(paste(step$step, what, sep = "-"))
    share <- if (i == 1) "sessions" else paste(format_share(step$of_first), "of product views")
    tags$li(
      if (i > 1) funnel_loss(step, id, is_worst = identical(i, worst)),
      tags$div(
        class = "funnel-step", `data-tip` = step_tip(step),
        `data-bar` = if (step$sessions > 0) bar_text("step", step$step),
        tags$span(class = "funnel-label", step$label),
        tags$span(
          class = "funnel-value",
          number_tag(tags$b, id("sessions"), step$sessions, format_count(step$sessions)),
          number_tag(tags$small, id("of-first"), step$of_first, share)
        ),
        tags$span(
          class = "funnel-track", `aria-hidden` = "true",
          tags$span(style = css_at(width = if (is.na(step$of_first)) 0 else step$of_first))
        )
      )
    )
  }))
}

#' "Checkout\n120 sessions\n4.1 % of product views, 40 % of the step before"
step_tip <- function(step) {
  shares <- if (!is.na(step$lost)) {
    sprintf(
      "\n%s of product views\n%s of the step before, \u2212%s", format_share(step$of_first),
      format_share(step$of_previous), format_count(step$lost)
    )
  }
  paste0(step$label, "\n", format_count(step$sessions), " ", plural(step$sessions, "session"), shares)
}

funnel_loss <- function(step, id, is_worst) {
  stayed <- paste(format_share(step$of_previous), "continue")
  left <- paste0("\u2212", format_count(step$lost), " drop out")
  tags$p(
    class = if (is_worst) "funnel-loss worst" else "funnel-loss",
    number_tag(tags$span, id("of-previous"), step$of_previous, stayed),
    number_tag(tags$span, id("lost"), step$lost, behind_number(bar_text("lost", step$step), step$lost, left)),
    if (is_worst) tags$strong("largest loss")
  )
}
