#' Figures and labels of Carts.

#' The outcomes of a cart, in the order in which they are shown.
CART_OUTCOMES <- c(
  bought = "Bought", recovered = "Recovered", open = "Still open", emptied = "Emptied",
  abandoned = "Abandoned"
)

#' Ways to compare carts: the name on the screen, and the dimension of ask_carts().
CART_SPLITS <- c("Device" = "device", "Channel" = "channel", "Login state" = "login_state", "Value" = "value")

#' The time for which a cart was used before it was abandoned: the lower limit in minutes, and its name.
CART_AGES <- c(
  "0" = "under 1 min", "1" = "1\u20135 min", "5" = "5\u201315 min", "15" = "15\u201360 min",
  "60" = "1\u201324 h", "1440" = "over a day"
)

#' The ways in which the customer of a cart is known.
CART_REACH <- c(signed_in = "Signed in", known = "Known by browser", unknown = "Unknown")

#' The carts of one dimension, one row per key: key, carts, and the carts and the value of each outcome.
#'
#' @param rows result of ask_carts()
#' @return a data frame: key, begun, decided (those that are not open), sold (bought, at once or later), and
#'   per outcome `<outcome>` and `<outcome>_value`
carts_by <- function(rows, dimension) {
  of <- rows[rows$dimension == dimension, , drop = FALSE]
  keys <- unique(of$key)
  sum_of <- function(column, outcome) {
    vapply(keys, function(key) sum(of[[column]][of$key == key & of$outcome == outcome]), 0, USE.NAMES = FALSE)
  }
  outcomes <- stats::setNames(nm = names(CART_OUTCOMES))
  carts <- lapply(outcomes, sum_of, column = "carts")
  values <- lapply(stats::setNames(outcomes, paste0(outcomes, "_value")), sum_of, column = "value")
  groups <- data.frame(key = keys, carts, values, stringsAsFactors = FALSE)
  groups$begun <- Reduce(`+`, carts)
  groups$decided <- groups$begun - groups$open
  groups$sold <- groups$bought + groups$recovered
  groups$sold_value <- groups$bought_value + groups$recovered_value
  groups
}

#' All carts together, as one row of carts_by().
carts_total <- function(rows) carts_by(rows, "all")

#' The groups of a comparison in display order: value bands ascending, other groups by size.
split_groups <- function(rows, dimension) {
  groups <- carts_by(rows, dimension)
  if (dimension == "value") {
    return(groups[order(suppressWarnings(as.numeric(groups$key)), na.last = TRUE), , drop = FALSE])
  }
  groups[order(-groups$begun, groups$key), , drop = FALSE]
}

#' The label of a group: "guest" -> "Guest", "5000000" -> "5.000.000 \u20ab to 10.000.000 \u20ab".
#'
#' @param money function that formats an amount
split_label <- function(key, dimension, money) {
  if (dimension != "value") {
    return(group_label(key))
  }
  lower <- suppressWarnings(as.numeric(key))
  if (is.na(lower)) {
    return("Other currencies")
  }
  if (lower == 0) {
    return("Empty or without a value")
  }
  is_five <- substr(exact_number(lower), 1, 1) == "5"
  paste(money(lower), "to", money(lower * if (is_five) 2 else 5))
}

#' The abandonment rate: the share of closed carts that were abandoned, and its limits.
left_share <- function(groups) {
  limits <- share_interval(groups$abandoned, groups$decided)
  data.frame(
    share = share_of(groups$abandoned, groups$decided),
    lower = ifelse(groups$decided > 0, limits$lower, NA_real_),
    upper = ifelse(groups$decided > 0, limits$upper, NA_real_)
  )
}

#' The abandonment rate and its change from the previous period.
#'
#' @param before result of ask_carts_before(), or NULL if that period is incomplete
#' @return a data frame: share, lower, upper; before, change and its limits (differences of shares), or NA
left_change <- function(total, before) {
  now <- left_share(total)
  decided <- if (is.null(before)) 0 else before$begun - before$open
  if (decided == 0 || total$decided == 0) {
    unknown <- c("before", "change", "change_lower", "change_upper")
    return(cbind(now, as.list(stats::setNames(rep(NA_real_, 4), unknown))))
  }
  limits <- share_difference_interval(total$abandoned, total$decided, before$abandoned, decided)
  earlier <- before$abandoned / decided
  cbind(now, data.frame(
    before = earlier, change = now$share - earlier, change_lower = limits$lower, change_upper = limits$upper
  ))
}

#' Abandoned carts by time of use: all of CART_AGES, in order.
cart_ages <- function(rows) {
  of <- carts_by(rows, "age")
  left <- of[match(names(CART_AGES), of$key), c("abandoned", "abandoned_value")]
  left[is.na(left)] <- 0
  data.frame(key = names(CART_AGES), label = unname(CART_AGES), left, stringsAsFactors = FALSE)
}

#' The smallest group that is compared. Smaller ones are only shown.
FEWEST_COMPARED <- 30
