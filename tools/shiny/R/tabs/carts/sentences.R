#' Sentences of Carts.

#' The title of the tab: what was abandoned, and at which stage.
#'
#' @param rows result of ask_carts()
carts_headline <- function(rows, currency, money_in) {
  total <- carts_total(rows)
  stages <- carts_by(rows, "stage")
  if (total$abandoned == 0) {
    none <- if (total$decided == 0) "No cart is closed yet" else "No cart was abandoned"
    return(sprintf(
      "%s: %s of %s %s still open.", none, format_count(total$open), format_count(total$begun),
      if (total$open == 1) "is" else "are"
    ))
  }
  left <- sprintf("%s %s", format_count(total$abandoned), plural(total$abandoned, "cart"))
  were <- if (total$abandoned == 1) "was" else "were"
  worths <- carts_by(rows, "currency")
  worths <- worths[worths$abandoned_value > 0, ]
  worths <- data.frame(currency = worths$key, value = worths$abandoned_value)[order(worths$key != currency), ]
  if (nrow(worths) == 0) {
    return(sprintf("%s %s abandoned; the value is not known.", left, were))
  }
  at_checkout <- share_of(sum(stages$abandoned_value[stages$key == "checkout"]), total$abandoned_value)
  of <- if (identical(worths$currency, currency)) "their value" else paste("the value in", currency)
  reached <- sprintf("; %s of %s had reached checkout", format_share(at_checkout, 0), of)
  sprintf(
    "%s worth %s %s abandoned%s.", left, amounts_in_words(worths, "value", money_in), were,
    if (is.na(at_checkout)) "" else reached
  )
}

#' "64 % of carts are abandoned; no significant change from the previous 30 days"
left_sentence <- function(left, total, filters) {
  if (is.na(left$share)) {
    return("No cart is closed yet")
  }
  said <- sprintf("%s of carts are abandoned", format_share(left$share, 0))
  before <- before_in_words(filters)
  if (is.na(left$change)) {
    return(said)
  }
  if (left$change_lower <= 0 && left$change_upper >= 0) {
    return(paste0(said, "; no significant change from ", before))
  }
  than <- if (left$change > 0) "more" else "fewer"
  sprintf("%s, %s than in %s (%s)", said, than, before, format_share(left$before, 0))
}

#' Abandoned value compared with bought value: "Abandoned carts are worth 1.6 times as much as bought ones"
worth_sentence <- function(total) {
  if (total$abandoned_value == 0) {
    none <- total$sold_value == 0
    return(if (none) "The value of these carts is not known" else "Nothing of value was abandoned")
  }
  if (total$sold_value == 0) {
    return("All of the value was abandoned, nothing was bought")
  }
  ratio <- total$abandoned_value / total$sold_value
  if (ratio >= 1.05) {
    return(sprintf("Abandoned carts are worth %s times as much as bought ones", format_average(ratio)))
  }
  if (ratio > 0.95) {
    return("Abandoned carts are worth as much as bought ones")
  }
  sprintf("Abandoned carts are worth %s of what was bought", format_share(ratio, 0))
}

#' "62 % of abandoned carts were used for less than 15 minutes"
age_sentence <- function(ages) {
  all <- sum(ages$abandoned)
  if (all == 0) {
    return("No cart was abandoned")
  }
  within <- cumsum(ages$abandoned) / all
  at <- which(within >= 0.5)[1]
  limits <- c("a minute", "5 minutes", "15 minutes", "an hour", "a day")
  if (at > length(limits)) {
    return("Most abandoned carts were used for over a day")
  }
  sprintf("%s of abandoned carts were used for less than %s", format_share(within[at], 0), limits[at])
}

#' The title of the comparison: the two groups with the most significant difference.
split_sentence <- function(groups, dimension, money) {
  name <- tolower(names(CART_SPLITS)[CART_SPLITS == dimension])
  compared <- groups[groups$decided >= FEWEST_COMPARED & !groups$key %in% c("bot", "0", "other_currency"), ]
  if (nrow(compared) < 2) {
    return(paste("Abandoned carts by", name))
  }
  pair <- surest_difference(compared$abandoned, compared$decided)
  if (is.null(pair)) {
    return(sprintf("The abandonment rate does not differ significantly by %s", name))
  }
  label <- function(i) split_label(compared$key[i], dimension, money)
  share <- function(i) format_share(compared$abandoned[i] / compared$decided[i], 0)
  more <- label(pair[1])
  less <- label(pair[2])
  if (dimension == "value") {
    more <- paste("Carts of", more)
    less <- paste("those of", less)
  } else {
    more <- paste(more, "carts")
    less <- paste(tolower(less), "ones")
  }
  sprintf("%s are abandoned more often (%s) than %s (%s)", more, share(pair[1]), less, share(pair[2]))
}

#' A note on carts in other currencies, which the sums leave out. NULL if there are none.
other_carts_note <- function(rows, currency, money_in) {
  others <- carts_by(rows, "currency")
  others <- others[others$key != currency & others$abandoned > 0, , drop = FALSE]
  if (nrow(others) == 0) {
    return(NULL)
  }
  n <- sum(others$abandoned)
  amounts <- data.frame(currency = others$key, value = others$abandoned_value)
  sprintf(
    "Amounts below are for carts in %s. Not included: %s abandoned %s in other currencies, worth %s.",
    currency, format_count(n), plural(n, "cart"), amounts_in_words(amounts, "value", money_in)
  )
}

#' The title of the list.
reminder_sentence <- function(left, money) {
  if (nrow(left) == 0) {
    return("No abandoned cart is worth a reminder")
  }
  reachable <- left$reachable[1]
  if (reachable == 0) {
    return("No abandoned cart belongs to a known customer")
  }
  sprintf(
    "%s abandoned %s worth %s %s to a known customer: worth a reminder?", format_count(reachable),
    plural(reachable, "cart"), money(left$reachable_value[1]), if (reachable == 1) "belongs" else "belong"
  )
}

#' "Norden Aero 14 is in 34 of 76 abandoned carts"
contents_sentence <- function(contents) {
  if (nrow(contents) == 0) {
    return("The contents of abandoned carts are not known")
  }
  known <- contents$known_carts[1]
  most <- contents$name[contents$carts == contents$carts[1]]
  where <- sprintf(
    "in %s of %s abandoned %s", format_count(contents$carts[1]), format_count(known), plural(known, "cart")
  )
  if (length(most) == 1) {
    return(paste(most, "is", where))
  }
  paste(if (length(most) > 3) paste(length(most), "products") else in_words(most), "are each", where)
}
