#' Formats of numbers. Counts are grouped with a narrow space (12 480), which cannot be mistaken for a decimal
#' mark in any locale.

NARROW_SPACE <- "\u202f"

#' 12480 -> "12 480"
format_count <- function(x) {
  ifelse(is.na(x), "\u2013", formatC(round(x), format = "f", digits = 0, big.mark = NARROW_SPACE))
}

#' 3.14159 -> "3.1", 314.2 -> "314": only small averages keep a decimal.
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

#' The exact number for a machine: no grouping, no exponent, "" for NA. Each number is formatted separately,
#' since format() gives all numbers of a vector the same decimals.
exact_number <- function(x) {
  vapply(x, function(number) {
    if (is.na(number)) "" else format(number, digits = 15, scientific = FALSE, trim = TRUE)
  }, "", USE.NAMES = FALSE)
}
