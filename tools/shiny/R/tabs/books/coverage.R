#' Coverage: the part of the orders in the books that browsers have told.

COVERAGE_GROUPS <- c(browser = "browser", device = "device", channel = "channel", consent = "kind of consent")
COVERAGE_SHOWN <- 8

coverage_cards <- function(ns, books, board) {
  before <- board$ask(ask_coverage_before, board$filters(), state = books$state)
  all <- coverage_by(books$coverage, "all")
  tagList(
    card(
      coverage_sentence(books$coverage, before, board$filters()),
      tagList(
        number_tag(tags$span, ns("seen"), all$seen, format_count(all$seen)), " of ",
        number_tag(tags$span, ns("booked"), all$booked, format_count(all$booked)),
        sprintf(
          " orders; with 95 %% certainty the share is between %s and %s",
          format_share(all$lower), format_share(all$upper)
        )
      ),
      coverage_chart(ns, books, board)
    ),
    tags$div(class = "two", lapply(names(COVERAGE_GROUPS), function(by) {
      coverage_card(ns, coverage_by(books$coverage, by), by)
    }))
  )
}

coverage_chart <- function(ns, books, board) {
  filters <- board$filters()
  days <- coverage_by(books$coverage, "day")
  bucket <- bucket_of(filters)
  shown <- data.frame(day = as.Date(days$key), booked = days$booked, seen = days$seen)
  shown <- bucket_days(shown, bucket)
  points <- data.frame(day = shown$day, value = share_of(shown$seen, shown$booked))
  points <- points[order(points$day), ]
  points <- mark_whole(points, filters, bucket, books$state$last_day + 1)
  trend_chart(ns("day"), points, NULL, precise_share, bucket, marks = done_marks(board))
}

coverage_card <- function(ns, groups, by) {
  groups <- utils::head(groups, COVERAGE_SHOWN)
  items <- data.frame(
    key = gsub("[^A-Za-z0-9_]+", "-", groups$key), label = coverage_label(groups$key), value = groups$share,
    note = paste0(
      format_count(groups$seen), " of ", format_count(groups$booked),
      ifelse(groups$booked < FEWEST_COMPARED, ", few orders", "")
    )
  )
  card(
    coverage_difference(groups, COVERAGE_GROUPS[[by]]),
    paste0("Orders that browsers have told, by ", COVERAGE_GROUPS[[by]], coverage_remark(by)),
    bar_list(ns(paste0("coverage-", by)), items, strong = rep(TRUE, nrow(items)), write = precise_share)
  )
}

coverage_remark <- function(by) {
  if (by == "channel") ". Of an order that was not told, the channel is known only if its cart was" else ""
}
