#' What Carts say in words.

#' The sentence that the tab proves: what was left, and how far it had come.
#'
#' @param rows what ask_carts() gives
carts_headline <- function(rows, currency, money_in) {
  total <- carts_total(rows)
  stages <- carts_by(rows, "stage")
  if (total$abandoned == 0) {
    none <- if (total$decided == 0) "No cart is over yet" else "No cart was left behind"
    return(sprintf(
      "%s: %s of %s begun %s still open.", none, format_count(total$open), format_count(total$begun),
      if (total$open == 1) "is" else "are"
    ))
  }
  left <- sprintf("%s %s", format_count(total$abandoned), plural(total$abandoned, "cart"))
  were <- if (total$abandoned == 1) "was" else "were"
  worths <- carts_by(rows, "currency")
  worths <- worths[worths$abandoned_value > 0, ]
  worths <- data.frame(currency = worths$key, value = worths$abandoned_value)[order(worths$key != currency), ]
  if (nrow(worths) == 0) {
    return(sprintf("%s %s left behind; no value is known of them.", left, were))
  }
  at_checkout <- share_of(sum(stages$abandoned_value[stages$key == "checkout"]), total$abandoned_value)
  of <- if (identical(worths$currency, currency)) "their value" else paste("the value in", currency)
  reached <- sprintf("; %s of %s had reached checkout", format_share(at_checkout, 0), of)
  sprintf(
    "%s worth %s %s left behind%s.", left, amounts_in_words(worths, "value", money_in), were,
    if (is.na(at_checkout)) "" else reached
  )
}

#' "64 % of carts are left behind, no surer change than chance against the 30 days before"
left_sentence <- function(left, total, filters) {
  if (is.na(left$share)) {
    return("No cart is over yet")
  }
  said <- sprintf("%s of carts are left behind", format_share(left$share, 0))
  before <- paste("the", period_in_words(filters), "before")
  if (is.na(left$change)) {
    return(said)
  }
  if (left$change_lower <= 0 && left$change_upper >= 0) {
    return(paste0(said, "; no change against ", before, " is more than chance"))
  }
  than <- if (left$change > 0) "more" else "fewer"
  sprintf("%s, %s than in %s (%s)", said, than, before, format_share(left$before, 0))
}

#' What was left against what was bought: "1.6 times as much is left behind as is bought"
worth_sentence <- function(total) {
  if (total$abandoned_value == 0) {
    none <- total$sold_value == 0
    return(if (none) "No value is known of these carts" else "Nothing of value is left behind")
  }
  if (total$sold_value == 0) {
    return("All of the value is left behind, none is bought")
  }
  ratio <- total$abandoned_value / total$sold_value
  if (ratio >= 1.05) {
    return(sprintf("%s times as much is left behind as is bought", format_average(ratio)))
  }
  if (ratio > 0.95) {
    return("As much is left behind as is bought")
  }
  sprintf("What is left behind is worth %s of what is bought", format_share(ratio, 0))
}

#' "62 % of carts left behind were given up within 15 min"
age_sentence <- function(ages) {
  all <- sum(ages$abandoned)
  if (all == 0) {
    return("No cart was left behind")
  }
  within <- cumsum(ages$abandoned) / all
  at <- which(within >= 0.5)[1]
  limits <- c("a minute", "5 minutes", "15 minutes", "an hour", "a day")
  if (at > length(limits)) {
    return("Most carts that are left were used for over a day")
  }
  sprintf("%s of carts left behind were used for less than %s", format_share(within[at], 0), limits[at])
}

#' The sentence that the comparison proves: the two groups that differ most surely.
split_sentence <- function(groups, dimension, money) {
  name <- tolower(names(CART_SPLITS)[CART_SPLITS == dimension])
  compared <- groups[groups$decided >= FEWEST_COMPARED & !groups$key %in% c("bot", "0", "other_currency"), ]
  if (nrow(compared) < 2) {
    return(paste("What is left behind, by", name))
  }
  pair <- surest_difference(compared$abandoned, compared$decided)
  if (is.null(pair)) {
    return(sprintf("The share left does not differ by %s by more than chance", name))
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
  sprintf("%s are left more often (%s) than %s (%s)", more, share(pair[1]), less, share(pair[2]))
}

#' What the sums leave out: carts in other currencies. NULL where that is nothing.
other_carts_note <- function(rows, currency, money_in) {
  others <- carts_by(rows, "currency")
  others <- others[others$key != currency & others$abandoned > 0, , drop = FALSE]
  if (nrow(others) == 0) {
    return(NULL)
  }
  n <- sum(others$abandoned)
  amounts <- data.frame(currency = others$key, value = others$abandoned_value)
  sprintf(
    "Amounts below are those of carts in %s. Not in them: %s %s left behind in other currencies, worth %s.",
    currency, format_count(n), plural(n, "cart"), amounts_in_words(amounts, "value", money_in)
  )
}

#' The sentence over the list.
reminder_sentence <- function(left, money) {
  if (nrow(left) == 0) {
    return("No cart was left that could be worth a reminder")
  }
  reachable <- left$reachable[1]
  if (reachable == 0) {
    return("Nobody is known behind the carts that were left")
  }
  sprintf(
    "%s left %s worth %s %s to a known customer: worth a reminder?", format_count(reachable),
    plural(reachable, "cart"), money(left$reachable_value[1]), if (reachable == 1) "belongs" else "belong"
  )
}

#' "Norden Aero 14 lies in 34 of 76 carts left behind"
contents_sentence <- function(contents) {
  if (nrow(contents) == 0) {
    return("No event tells what lies in the carts left behind")
  }
  told <- contents$told[1]
  most <- contents$name[contents$carts == contents$carts[1]]
  carts <- paste(format_count(told), plural(told, "cart"))
  where <- sprintf("in %s of %s left behind", format_count(contents$carts[1]), carts)
  if (length(most) == 1) {
    return(paste(most, "lies", where))
  }
  paste(if (length(most) > 3) paste(length(most), "products") else in_words(most), "each lie", where)
}
