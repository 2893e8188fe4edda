#' How numbers, money and times are written. Counts are grouped with a narrow space (12 480), which reads the
#' same next to a locale that groups with points and one that groups with commas; money follows the locale.

NARROW_SPACE <- "\u202f"

#' 12480 -> "12 480"
format_count <- function(x) {
  ifelse(is.na(x), "\u2013", formatC(round(x), format = "f", digits = 0, big.mark = NARROW_SPACE))
}

#' 3.14159 -> "3.1", 314.2 -> "314": an average keeps a decimal only where it says something.
format_average <- function(x) {
  ifelse(is.na(x), "\u2013", ifelse(abs(x) < 10, formatC(x, format = "f", digits = 1), format_count(x)))
}

#' 0.0314 -> "3.1 %"; NA (nothing to divide by) -> an en dash
format_share <- function(x, digits = 1) {
  ifelse(is.na(x), "\u2013", paste0(formatC(100 * x, format = "f", digits = digits), NARROW_SPACE, "%"))
}

#' 0.123 -> "+12 %", with a true minus sign; small changes keep a decimal, large ones are multiples
format_change <- function(x) {
  percent <- abs(100 * x)
  amount <- ifelse(
    percent < 9.95, formatC(percent, format = "f", digits = 1), formatC(percent, format = "f", digits = 0)
  )
  sign <- ifelse(percent < 0.05, "\u00b1", ifelse(x > 0, "+", "\u2212"))
  change <- paste0(sign, amount, NARROW_SPACE, "%")
  ifelse(is.na(x), "\u2013", ifelse(x >= 9.995, paste0("\u00d7", NARROW_SPACE, format_count(x + 1)), change))
}

#' The exact number for a machine: no grouping, no exponent, nothing for NA. Each number by itself, since
#' format() gives all numbers of a vector the decimals of the longest.
exact_number <- function(x) {
  vapply(x, function(number) {
    if (is.na(number)) "" else format(number, digits = 15, scientific = FALSE, trim = TRUE)
  }, "", USE.NAMES = FALSE)
}

#' How many decimals an amount of a currency has, by ISO 4217: the smallest unit is one of the last of them.
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

#' A function that writes an amount given in the currency's smallest unit: 45990000 -> "45.990.000 ₫" for
#' vi-VN.
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
    ifelse(is.na(amount), "\u2013", if (before) paste0(symbol, number) else paste0(number, "\u00a0", symbol))
  }
}

#' Month and weekday names are English whatever the machine's locale, because the interface is.
MONTHS <- c("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS <- c("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

#' Date -> "23 Nov" or "23 Nov 2026"
format_day <- function(day, year = FALSE) {
  parts <- as.POSIXlt(day)
  paste0(parts$mday, " ", MONTHS[parts$mon + 1], if (year) paste0(" ", parts$year + 1900) else "")
}

#' c(from, to) -> "25 Oct \u2013 23 Nov 2026"
format_days <- function(from, to) {
  if (from == to) {
    return(format_day(from, year = TRUE))
  }
  same_year <- format(from, "%Y") == format(to, "%Y")
  paste0(format_day(from, year = !same_year), " \u2013 ", format_day(to, year = TRUE))
}

#' A moment on the shop's clock: "23 Nov 2026, 16:20"
format_moment <- function(moment, time_zone) {
  local <- as.POSIXlt(moment, tz = time_zone)
  paste0(format_day(as.Date(format(local, "%Y-%m-%d")), year = TRUE), ", ", format(local, "%H:%M"))
}

#' Seconds -> "3 h 12 min", for how long ago the last load was
format_duration <- function(seconds) {
  minutes <- floor(seconds / 60)
  if (minutes < 60) {
    return(paste(max(minutes, 0), "min"))
  }
  if (minutes < 48 * 60) {
    return(paste(minutes %/% 60, "h", minutes %% 60, "min"))
  }
  paste(minutes %/% (24 * 60), "days")
}

#' 20 -> "20:00\u201321:00"
format_hour_span <- function(hour) sprintf("%02d:00\u2013%02d:00", hour, (hour + 1) %% 24)
