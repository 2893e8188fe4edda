#' Amounts of several currencies in words. They are never added up: each is said by itself.

#' Amounts, each written in its currency, as one list: "500.000 \u20ab and 19,99 $".
#'
#' @param amounts a data frame: currency and the amounts under `column`
#' @param money_in a function of a currency that gives a function that writes its amounts
amounts_in_words <- function(amounts, column, money_in) {
  parts <- vapply(seq_len(nrow(amounts)), function(i) {
    money_in(amounts$currency[i])(amounts[[column]][i])
  }, "")
  in_words(parts)
}

#' c("a", "b", "c") -> "a, b and c"
in_words <- function(parts) {
  n <- length(parts)
  if (n < 2) paste(parts) else paste(paste(parts[-n], collapse = ", "), "and", parts[n])
}

#' What remains of orders after refunds: in the shop's currency, and apart in every other.
worth_in_words <- function(net, others, currency, money_in) {
  own <- data.frame(currency = currency, net = net)
  amounts <- rbind(if (net != 0 || nrow(others) == 0) own, others[c("currency", "net")])
  amounts_in_words(amounts, "net", money_in)
}

#' What the sums of money leave out: "Not in it: 1 order worth 19,99 $." NULL where that is nothing.
other_money_note <- function(others, currency, money_in) {
  if (nrow(others) == 0) {
    return(NULL)
  }
  n <- sum(others$orders)
  sprintf(
    "Revenue is that of orders in %s. Not in it: %s %s in other currencies, worth %s.",
    currency, format_count(n), plural(n, "order"), amounts_in_words(others, "revenue", money_in)
  )
}

#' What was given back in the days, by the day of the refund. NULL where that is nothing.
refunds_note <- function(refunds, money_in) {
  if (nrow(refunds) == 0) {
    return(NULL)
  }
  n <- sum(refunds$refunds)
  sprintf(
    "%s %s made in these days, of %s; the tiles count a refund on the day of its order.",
    format_count(n), if (n == 1) "refund was" else "refunds were",
    amounts_in_words(refunds, "refunded", money_in)
  )
}
