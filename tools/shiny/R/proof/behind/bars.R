#' Bars that can be opened: each has a text for the address, "step:add_to_cart_click" or
#' "hour:page_views:3:21", from which the query of what is behind it is made.

#' The kinds of bars: the tab of each, what its rows are, what its number counts, how many values its text
#' has, `sql(values, filters, currency)` (see behind_sql()) and `words(values)`, what it is about.
bars <- function() list(
  step = list(
    tab = "funnel", rows = "session", counts = "session", values = c(1, 3), sql = behind_step,
    words = function(values) paste0(label_of_step(values[1]), group_words(values[-1]))
  ),
  lost = list(
    tab = "funnel", rows = "session", counts = "session", values = 1, sql = behind_lost,
    words = function(values) paste("dropped out before", label_of_step(values[1]))
  ),
  viewed = list(
    tab = "products", rows = "session", counts = "product view", values = 1,
    sql = function(values, ...) behind_product("product_view", values),
    words = function(values) paste("product", values[1])
  ),
  carted = list(
    tab = "products", rows = "session", counts = "add to cart", values = 1,
    sql = function(values, ...) behind_product("add_to_cart_click", values),
    words = function(values) paste("product", values[1])
  ),
  sold = list(
    tab = "products", rows = "order", counts = "piece", values = 1, sql = behind_sold,
    words = function(values) paste("product", values[1])
  ),
  together = list(
    tab = "products", rows = "order", counts = "order", values = 2, sql = behind_together,
    words = function(values) paste("with", values[1], "and", values[2])
  ),
  `price-band` = list(
    tab = "products", rows = "order", counts = "piece", values = 1,
    sql = function(values, filters, currency) behind_band("price_band", values, filters, currency),
    words = function(values) paste("price paid, from", format_count(as.numeric(values[1])))
  ),
  `discount-band` = list(
    tab = "products", rows = "order", counts = "piece", values = 1,
    sql = function(values, filters, currency) behind_band("discount_band", values, filters, currency),
    words = function(values) paste("discount:", tolower(DISCOUNT_BANDS[values[1]]))
  ),
  channel = list(
    tab = "marketing", rows = "session", counts = "session", values = 1, sql = behind_channel,
    words = function(values) paste0("channel: ", channel_label(values[1]))
  ),
  campaign = list(
    tab = "marketing", rows = "session", counts = "session", values = 3, sql = behind_campaign,
    words = function(values) paste0("campaign: ", values[3])
  ),
  landing = list(
    tab = "pages", rows = "session", counts = "session", values = 1, sql = behind_landing,
    words = function(values) paste("landed on", page_label(values[1]))
  ),
  exit = list(
    tab = "pages", rows = "session", counts = "session", values = 1, sql = behind_exit,
    words = function(values) paste("without an order, ended on", page_label(values[1]))
  ),
  term = list(
    tab = "pages", rows = "session", counts = "search", values = 1,
    sql = function(values, ...) behind_term(values),
    words = function(values) sprintf("for \u201c%s\u201d", term_label(values[1]))
  ),
  nothing = list(
    tab = "pages", rows = "session", counts = "search", values = 1,
    sql = function(values, ...) behind_term(values, RESULTS_NONE),
    words = function(values) sprintf("for \u201c%s\u201d that found nothing", term_label(values[1]))
  ),
  hour = list(
    tab = "time", rows = "session", counts = "session", values = 3, sql = behind_hour,
    words = hour_words
  ),
  cohort = list(
    tab = "customers", rows = "order", counts = "buyer", values = 2, sql = behind_cohort,
    words = function(values) sprintf(
      "who ordered again: first order in the week of %s, week %s after it",
      format_day(parse_day(values[1]), year = TRUE), values[2]
    )
  ),
  cart = list(
    tab = "carts", rows = "cart", counts = "cart", values = c(1, 3), sql = behind_cart,
    words = cart_words
  )
)

#' The text of a bar. Values may contain any characters.
bar_text <- function(kind, ...) {
  values <- gsub(":", "%3A", gsub("%", "%25", c(...), fixed = TRUE), fixed = TRUE)
  paste(c(kind, values), collapse = ":")
}

#' A bar from its text: list(kind, values, and what bars() has of it), or NULL if there is none.
bar_from <- function(text) {
  # strsplit() drops an empty value at the end.
  parts <- strsplit(paste0(text, ":."), ":", fixed = TRUE)[[1]]
  parts <- parts[-length(parts)]
  values <- gsub("%25", "%", gsub("%3A", ":", parts[-1], fixed = TRUE), fixed = TRUE)
  of <- if (length(parts) > 0) bars()[[parts[1]]]
  if (is.null(of) || !length(values) %in% of$values || any(grepl("[[:cntrl:]]", values))) {
    return(NULL)
  }
  if (parts[1] == "hour") of <- of_hour(of, values[1])
  bar <- c(list(kind = parts[1], values = values, text = text), of)
  if (is_known_bar(bar)) bar
}

#' FALSE for values that no bar has: an address may contain anything.
is_known_bar <- function(bar) {
  values <- bar$values
  switch(bar$kind,
    step = values[1] %in% FUNNEL_STEPS$step && (length(values) == 1 || values[2] %in% BREAKDOWNS),
    lost = values[1] %in% FUNNEL_STEPS$step[-1],
    hour = values[1] %in% TIME_METRICS && values[2] %in% c("", 1:7) && values[3] %in% c("", 0:23),
    `price-band` = grepl("^[0-9]{1,15}$", values[1]),
    `discount-band` = values[1] %in% names(DISCOUNT_BANDS),
    cohort = !is.na(parse_day(values[1])) && values[2] %in% 0:LAST_WEEK,
    cart = values[1] %in% c("begun", "sold", names(CART_OUTCOMES)) &&
      (length(values) == 1 || values[2] %in% names(CART_COLUMNS)),
    TRUE
  )
}

#' TRUE if a bar belongs to a tab. A text that is no bar belongs to all of them, which say so.
is_bar_of <- function(text, tab) {
  bar <- bar_from(text)
  is.null(bar) || bar$tab == tab
}
