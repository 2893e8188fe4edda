#' Candidate: a reminder of abandoned carts.

#' The recovery rate up to which a reminder is not worth writing.
SMALLEST_RECOVERY <- 0.01

#' The kind of action for carts, see product_candidates(): whole are the carts to remind of, part is their
#' value, and other_part of other_whole carts came back after a pause.
#'
#' @param left result of ask_carts_left()
#' @param carts result of ask_carts()
cart_candidates <- function(left, carts) {
  reminders <- left[left$reach != "unknown" & left$bought_since == "no", , drop = FALSE]
  total <- carts_total(carts)
  came_back <- sum(total$recovered)
  paused <- came_back + sum(total$abandoned)
  value <- sum(reminders$value)
  n <- if (nrow(reminders) > 0) 1 else 0
  chance <- stats::pbinom(came_back - 1, paused, SMALLEST_RECOVERY, lower.tail = FALSE)
  row <- candidate_rows(
    "reminders", "reminders", "reminders", chance, value, nrow(reminders), came_back, paused
  )
  list(kind = "cart", rows = row[seq_len(n), , drop = FALSE], gain = function(certainty) {
    scaled(share_estimate(came_back, paused, certainty), value)[seq_len(n), , drop = FALSE]
  })
}
