#' Figures of Customers. No Shiny, no SQL: data frames in, data out.

#' Contents of the cells of the table: the name on the screen, and the choice in the address.
COHORT_CELLS <- c("Who came back" = "buyers", "Revenue per buyer" = "revenue")

#' The most cohorts on the screen. The file has all.
MOST_COHORTS <- 26

#' The share of first-time buyers who ordered again within REPEAT_DAYS, and its change.
#'
#' @param total result of ask_buyers()
#' @param before result of ask_buyers_before(), or NULL if that period is incomplete
#' @return list(share, lower, upper, before, change_lower, change_upper), NA where unknown
repeat_rate <- function(total, before) {
  rate <- list(
    share = share_of(total$repeated, total$decided), lower = NA_real_, upper = NA_real_, before = NA_real_,
    change_lower = NA_real_, change_upper = NA_real_
  )
  if (total$decided == 0) {
    return(rate)
  }
  rate[c("lower", "upper")] <- share_interval(total$repeated, total$decided)
  if (is.null(before) || before$decided == 0) {
    return(rate)
  }
  limits <- share_difference_interval(total$repeated, total$decided, before$repeated, before$decided)
  rate$before <- before$repeated / before$decided
  rate[c("change_lower", "change_upper")] <- limits
  rate
}

#' All cells of the table: each cohort in each week from 0 to LAST_WEEK.
#'
#' @param rows result of ask_cohorts()
#' @param data_until the time of the newest data
#' @return a data frame: cohort (a Date), week, begins (the first day of the week), buyers, again, share, net,
#'   total (net revenue up to and including the week), per_buyer, state ("over", "open", "future"); figures
#'   of a future week are NA
cohort_cells <- function(rows, data_until, time_zone) {
  weeks <- 0:LAST_WEEK
  cohorts <- unique(rows$cohort)
  cells <- data.frame(
    cohort = rep(cohorts, each = length(weeks)), week = rep(weeks, times = length(cohorts)),
    stringsAsFactors = FALSE
  )
  at <- match(paste(cells$cohort, cells$week), paste(rows$cohort, rows$week))
  of <- function(column) ifelse(is.na(at), 0, rows[[column]][at])
  cells$buyers <- rows$buyers[match(cells$cohort, rows$cohort)]
  cells$again <- of("again")
  cells$net <- of("net")
  cells$total <- stats::ave(cells$net, cells$cohort, FUN = cumsum)
  cells$cohort <- as.Date(cells$cohort)
  cells$begins <- cells$cohort + 7 * cells$week
  open_day <- open_day_of(data_until, time_zone)
  cells$state <- ifelse(cells$begins + 7 <= open_day, "over", "open")
  cells$state[cells$begins > open_day] <- "future"
  cells[cells$state == "future", c("again", "net", "total")] <- NA_real_
  cells$share <- share_of(cells$again, cells$buyers)
  cells$per_buyer <- share_of(cells$total, cells$buyers)
  cells
}

#' The newest cohorts, oldest first.
newest_cohorts <- function(cells) {
  cells[cells$cohort %in% utils::tail(sort(unique(cells$cohort)), MOST_COHORTS), , drop = FALSE]
}

#' All cohorts together, by week: only those for which the week is over.
#'
#' @return a data frame: week, buyers, again, share, per_buyer; NA where no cohort has come so far
cohorts_together <- function(cells) {
  over <- cells[cells$state == "over", , drop = FALSE]
  sum_of <- function(column) {
    vapply(0:LAST_WEEK, function(week) sum(over[[column]][over$week == week]), 0)
  }
  together <- data.frame(week = 0:LAST_WEEK, buyers = sum_of("buyers"), again = sum_of("again"))
  together$share <- share_of(together$again, together$buyers)
  together$per_buyer <- share_of(sum_of("total"), together$buyers)
  together
}
