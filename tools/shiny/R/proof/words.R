#' The counting rules in words, shared by the tabs.

#' The rules for events, orders, money, sessions and bots.
WORDS_EVENTS <- paste(
  "Page views, orders, revenue and all product figures count what happened in the selected days (in the",
  "shop's time zone, first and last day included), with the login state of the event itself."
)

WORDS_ORDERS <- paste(
  "An order counts once, however often it was reported and by whom; its first report applies. A completion",
  "without an order number counts as a separate order."
)

WORDS_MONEY <- paste(
  "Sums of money include orders in the shop's currency and orders without a currency. Other currencies are",
  "never added to them: they are shown separately."
)

WORDS_SESSIONS <- paste(
  "Sessions are those that began in the selected days. A session's login state is the strongest one it",
  "reached: logged in, then guest, then anonymous. If a browser's clock was wrong, its events keep the",
  "order in which the browser counted them."
)

WORDS_BOTS <- paste(
  "People only, the default, leaves out events and sessions flagged as bots; All traffic includes them.",
  "Without staff also leaves out those flagged as staff, and sessions and orders of users listed in",
  "staff_users."
)
