#' Filters that narrow the counts to some sessions (channel, campaign, device, new or returning visitors) or
#' to some products (category, brand). `filters$only` is a named vector of those that are set, or absent.

#' The label of each, what it chooses, and its column in sessions or products.
NARROWINGS <- list(
  channel = list(label = "Channel", of = "session", column = "channel"),
  campaign = list(label = "Campaign", of = "session", column = "utm_campaign"),
  device = list(label = "Device", of = "session", column = "device"),
  visitors = list(label = "Visitors", of = "session", column = "is_first_visit"),
  category = list(label = "Category", of = "product", column = "category"),
  brand = list(label = "Brand", of = "product", column = "brand")
)

LONGEST_NARROWING <- 200

#' A value if it can be one, otherwise "all". All but `visitors` come from the data.
checked_narrowing <- function(name, value) {
  is_text <- is.character(value) && length(value) == 1 && !is.na(value) && validUTF8(value)
  if (!is_text || !nzchar(value) || nchar(value) > LONGEST_NARROWING || grepl("[[:cntrl:]]", value)) {
    return("all")
  }
  if (name == "visitors") choice_of(value, c("new", "returning", "unknown"), "all") else value
}

#' The narrowings in an address, NULL without any.
#'
#' @param asked result of parse_query()
narrowings_in <- function(asked) {
  values <- vapply(names(NARROWINGS), function(name) checked_narrowing(name, asked[[name]]), "")
  some <- values[values != "all"]
  if (length(some) > 0) some
}

#' The filters with one narrowing set, or without it if the value is "all".
with_narrowing <- function(filters, name, value) {
  if (!name %in% names(NARROWINGS)) {
    return(filters)
  }
  asked <- as.list(filters$only)
  asked[[name]] <- value
  filters$only <- narrowings_in(asked)
  filters
}

#' The filters without narrowings of a kind: "session" or "product"; of both without one.
without_narrowing <- function(filters, of = c("session", "product")) {
  kept <- filters$only[!narrowing_kinds(filters) %in% of]
  filters$only <- if (length(kept) > 0) kept
  filters
}

#' "session" or "product" for each narrowing that is set.
narrowing_kinds <- function(filters) {
  vapply(names(filters$only), function(name) NARROWINGS[[name]]$of, "", USE.NAMES = FALSE)
}

#' The narrowings that are set of one kind, by name.
narrowings_of <- function(filters, of) filters$only[narrowing_kinds(filters) == of]

#' A value as a reader sees it: "paid_social" -> "Paid social"; campaigns and brands are names.
narrowing_value <- function(name, value) {
  if (value == "unknown") {
    return("Unknown")
  }
  switch(name,
    channel = channel_label(value), campaign = , brand = value, group_label(value)
  )
}

#' "Channel: Email", for each narrowing that is set.
narrowings_in_words <- function(filters) {
  vapply(names(filters$only), function(name) {
    paste0(NARROWINGS[[name]]$label, ": ", narrowing_value(name, filters$only[[name]]))
  }, "")
}

#' The narrowings as a part of an address: "&channel=email".
narrowings_in_address <- function(filters) {
  values <- vapply(filters$only, utils::URLencode, "", reserved = TRUE, repeated = TRUE)
  paste0(sprintf("&%s=%s", names(filters$only), values), collapse = "")
}

#' What a tab leaves out of the narrowings, in one sentence; NULL if all of them apply.
#'
#' @param funnel the funnel that its tab shows, one of FUNNELS
narrowing_note <- function(tab, filters, funnel = "standard") {
  kinds <- narrowing_kinds(filters)
  if (length(kinds) == 0) {
    return(NULL)
  }
  if (tab %in% names(ALL_COUNTED)) {
    return(ALL_COUNTED[[tab]])
  }
  if (tab == "funnel" && funnel == "own" && "visitors" %in% names(filters$only)) {
    return("A funnel of your own steps counts new and returning visitors together.")
  }
  if (tab == "marketing" && "session" %in% kinds && !"product" %in% kinds) {
    return("Visits that the filters leave are counted, with their share of orders that other visits placed.")
  }
  named <- in_words(tolower(vapply(names(narrowings_of(filters, "product")), function(name) {
    NARROWINGS[[name]]$label
  }, "")))
  if (!"product" %in% kinds || tab == "products") {
    return(NULL)
  }
  if (tab == "carts") {
    return(sprintf("Carts are counted whole: the %s narrows what lies in abandoned carts.", named))
  }
  sprintf("The %s applies to Products and to what lies in carts: this tab counts all of them.", named)
}

#' Tabs to which no narrowing applies, and why.
ALL_COUNTED <- list(
  books = "The books are compared as a whole: filters of sessions and products do not apply here.",
  trust = "Trust is about all events: filters of sessions and products do not apply here."
)
