#' Time: the busiest hours and days of the shop.

time_ui <- function(id) {
  ns <- NS(id)
  tagList(loading_output(ns("week")), uiOutput(ns("proof")))
}

time_server <- function(id, board) {
  stopifnot(is.reactive(board$filters), is.function(board$ask))
  moduleServer(id, function(input, output, session) {
    metric <- reactive(board$choices$value("count"))
    observeEvent(input$metric, board$choices$choose("count", input$metric))
    hours <- reactive(board$ask(ask_hours, board$filters(), metric = metric()))

    output$week <- renderUI(with_error_state(board, function() {
      hours <- hours()
      buttons <- choice_buttons(session$ns("metric"), TIME_METRICS, metric(), "Metric")
      if (sum(hours$n) == 0) {
        return(tagList(buttons, empty_state(board$filters(), board$freshness()$events > 0)))
      }
      week_view(session$ns, hours, metric(), buttons, board)
    }))
    output$proof <- renderUI(time_proof(board$filters(), board$time_zone, metric()))
  })
}

week_view <- function(ns, hours, metric, buttons, board) {
  data_until <- board$freshness()$data_until
  covered <- covered_hours(board$filters(), board$first_day(), data_until, board$time_zone)
  grid <- week_grid(hours, covered)
  peak <- sure_peak(grid, week_scatter(hours, grid))
  over <- covered$days[covered$days < open_day_of(data_until, board$time_zone)]
  weekdays <- if (length(over) > 1) sure_weekdays(by_day(hours, min(over), max(over)))
  tagList(
    tags$h1(id = ns("headline"), time_headline(grid, metric, peak, weekdays)),
    buttons,
    week_card(ns, grid, metric, length(covered$days), board),
    tags$div(class = "two", hour_card(ns, grid, metric), weekday_card(ns, grid, metric, weekdays)),
    day_card(ns, hours, metric, board)
  )
}

week_card <- function(ns, grid, metric, days, board) {
  before <- total_before(board, metric)
  card(
    peak_hours_sentence(grid, metric),
    tagList(
      "Average ", unit_of(metric), " per hour \u00b7 ", days, " ", plural(days, "day"), " \u00b7 ",
      gsub("_", " ", board$time_zone, fixed = TRUE), " time \u00b7 ",
      number_tag(tags$span, ns("total"), sum(grid$total), format_count(sum(grid$total)), "in total"),
      if (!is.null(before)) tagList("\u00b7 ", number_tag(
        tags$span, ns("total-before"), before, format_count(before), "in", before_in_words(board$filters())
      ))
    ),
    heatmap(ns("cell"), grid, unit_of(metric), function(cell) {
      bar_text("hour", metric, cell$weekday, cell$hour)
    })
  )
}

#' The total of the days to compare with, up to the same hour; NULL if the data began later.
total_before <- function(board, metric) {
  filters <- board$filters()
  previous <- previous_filters(filters)
  if (is_whole(previous, board$first_day())) {
    until <- comparable_until(filters, board$freshness()$data_until, board$time_zone)
    sum(board$ask(ask_hours, previous, metric = metric, until = until)$n)
  }
}

hour_card <- function(ns, grid, metric) {
  hours <- by_hour(grid)
  items <- data.frame(
    key = hours$hour, label = ifelse(hours$hour %% 6 == 0, hours$hour, ""), value = hours$average,
    total = hours$total, tip = column_tip(format_hour_span(hours$hour), hours),
    bar = sprintf("hour:%s::%d", metric, hours$hour)
  )
  card(
    paste("Busiest at", format_hour_span(hours$hour[which.max(hours$average)])),
    paste("Average", unit_of(metric), "by hour of the day"),
    column_chart(ns("hour"), items, paste(unit_of(metric), "by hour of the day"))
  )
}

weekday_card <- function(ns, grid, metric, sure) {
  weekdays <- by_weekday(grid)
  items <- data.frame(
    key = weekdays$weekday, label = substr(WEEKDAYS, 1, 3), value = weekdays$average,
    total = weekdays$total, tip = column_tip(WEEKDAYS, weekdays),
    bar = sprintf("hour:%s:%d:", metric, weekdays$weekday)
  )
  card(
    if (is.null(sure)) {
      "The weekdays do not differ significantly"
    } else {
      weekday_sentence(sure)
    },
    paste("Average", unit_of(metric), "per day, by weekday"),
    column_chart(ns("weekday"), items, paste(unit_of(metric), "by weekday"))
  )
}

column_tip <- function(name, columns) {
  totals <- format_count(columns$total)
  average <- ifelse(
    is.na(columns$average), "none over yet", paste(format_average(columns$average), "on average")
  )
  sprintf("%s\n%s\n%s in total", name, average, totals)
}

day_card <- function(ns, hours, metric, board) {
  filters <- board$filters()
  bucket <- bucket_of(filters)
  days <- bucket_days(by_day(hours, filters$from, filters$to), bucket)
  points <- mark_whole(days, filters, bucket, open_day_of(board$freshness()$data_until, board$time_zone))
  label <- names(TIME_METRICS)[TIME_METRICS == metric]
  card(
    trend_headline(label, points, bucket, format_count),
    tagList(label, "per", bucket, part_key(points, bucket)),
    trend_chart(ns("day"), points, NULL, format_count, bucket, marks = done_marks(board))
  )
}
