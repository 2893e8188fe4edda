#' The counting rules in words, as each tab quotes them.

#' The counting rules in words, as each tab quotes them.
WORDS_EVENTS <- paste(
  "Page views, orders, revenue and everything about products count what happened in the chosen days",
  "(days of the shop's clock, first and last included), with the login state that the event itself carries."
)

WORDS_ORDERS <- paste(
  "An order counts once, however often and by whom it was told: as its first completion says. One without a",
  "number is an order of its own."
)

WORDS_MONEY <- paste(
  "Sums of money are those of orders in the shop's currency, and of orders that name none. Other currencies",
  "are never added to it: they are said apart."
)

WORDS_SESSIONS <- paste(
  "Sessions are those that began in the chosen days. A session's login state is the strongest one it",
  "reached: logged in, then guest, then anonymous. Where a browser's clock was wrong, its events keep the",
  "order in which the browser counted them."
)

WORDS_BOTS <- paste(
  "People only, which is the default, leaves out events and sessions that are flagged as bots; All traffic",
  "includes them. Without staff leaves out as well what is flagged as of the shop's own people, and sessions",
  "and orders of users whom staff_users lists."
)
