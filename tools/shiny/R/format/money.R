#' Money in the format of the shop's locale. Amounts in different currencies are never added up: each is
#' listed separately.

#' The number of decimals of a currency, by ISO 4217.
minor_digits <- function(currency) {
  if (currency %in% NO_DECIMALS) {
    return(0)
  }
  if (currency %in% THREE_DECIMALS) 3 else if (currency %in% FOUR_DECIMALS) 4 else 2
}
NO_DECIMALS <- c(
  "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
  "XOF", "XPF"
)
THREE_DECIMALS <- c("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND")
FOUR_DECIMALS <- c("CLF", "UYW")

#' A function that formats an amount in the currency's smallest unit: 45990000 -> "45.990.000 ₫" for vi-VN.
money_formatter <- function(locale, currency) {
  language <- sub("-.*$", "", locale)
  marks <- if (language %in% c("vi", "de", "es", "it", "nl", "pt", "id", "tr", "da")) {
    c(".", ",")
  } else if (language %in% c("fr", "ru", "pl", "cs", "sv", "nb", "fi", "uk")) {
    c(NARROW_SPACE, ",")
  } else {
    c(",", ".")
  }
  digits <- minor_digits(currency)
  symbols <- c(
    VND = "\u20ab", USD = "$", EUR = "\u20ac", GBP = "\u00a3", JPY = "\u00a5", KRW = "\u20a9", THB = "\u0e3f"
  )
  symbol <- if (currency %in% names(symbols)) symbols[[currency]] else currency
  before <- language %in% c("en", "zh", "ja", "ko", "th")
  function(amount) {
    number <- formatC(
      amount / 10^digits, format = "f", digits = digits, big.mark = marks[1], decimal.mark = marks[2]
    )
    number <- sub("-", "\u2212", number, fixed = TRUE)
    ifelse(is.na(amount), "\u2013", if (before) paste0(symbol, number) else paste0(number, "\u00a0", symbol))
  }
}

#' Amounts, each in its currency, as one list: "500.000 \u20ab and 19,99 $".
#'
#' @param amounts a data frame: currency and the amounts under `column`
#' @param money_in function(currency) that returns a function that formats amounts in it
amounts_in_words <- function(amounts, column, money_in) {
  parts <- vapply(seq_len(nrow(amounts)), function(i) {
    money_in(amounts$currency[i])(amounts[[column]][i])
  }, "")
  in_words(parts)
}

#' Net revenue of orders: in the shop's currency, and separately in each other one.
worth_in_words <- function(net, others, currency, money_in) {
  own <- data.frame(currency = currency, net = net)
  amounts <- rbind(if (net != 0 || nrow(others) == 0) own, others[c("currency", "net")])
  amounts_in_words(amounts, "net", money_in)
}

#' A note on orders that the sums of money leave out: "Not included: 1 order in other currencies, worth
#' 19,99 $." NULL if there are none.
other_money_note <- function(others, currency, money_in) {
  if (nrow(others) == 0) {
    return(NULL)
  }
  n <- sum(others$orders)
  sprintf(
    "Revenue counts only orders in %s. Not included: %s %s in other currencies, worth %s.",
    currency, format_count(n), plural(n, "order"), amounts_in_words(others, "revenue", money_in)
  )
}

#' A note on the refunds made in the days, by the day of the refund. NULL if there are none.
refunds_note <- function(refunds, money_in) {
  if (nrow(refunds) == 0) {
    return(NULL)
  }
  n <- sum(refunds$refunds)
  sprintf(
    "%s %s of %s %s made in these days; the tiles count a refund on the day of its order.",
    format_count(n), plural(n, "refund"), amounts_in_words(refunds, "refunded", money_in),
    if (n == 1) "was" else "were"
  )
}
