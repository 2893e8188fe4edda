#' Corrections of events in words: the ETL records them as "order.revenue: expected integer".

#' The names of the senders inside a sentence.
SENDERS <- c(
  clickstream = "our own tracker", workshop = "the workshop\u2019s client", ga4 = "Google Analytics 4",
  "universal-analytics" = "Universal Analytics", "order-lines" = "lists of order lines", segment = "Segment",
  snowplow = "Snowplow", other = "another sender"
)

sender_name <- function(sender) ifelse(sender %in% names(SENDERS), unname(SENDERS[sender]), sender)

#' The names of the parts of an event, and of the fields that its columns are read from.
FAULT_PARTS <- c(
  product = "the product", cart = "the cart", order = "the order", list = "the list", search = "the search",
  checkout = "the checkout", login = "the login", element = "the clicked element",
  "cart.items" = "a line of the cart", "order.items" = "a line of the order",
  "list.items" = "a product of the list"
)
FAULT_FIELDS <- c(
  eventId = "id of the event", eventTimestamp = "time of the event", eventName = "name of the event",
  schemaVersion = "version of the format", sequence = "sequence number of the event",
  clientId = "id of the browser", sessionId = "id of the session", userId = "id of the user",
  userLoginState = "login state", identitySource = "source of the user id",
  isFirstVisit = "first visit flag", pageUrl = "address of the page", pageTitle = "title of the page",
  referrer = "referrer", category = "category", channel = "sharing channel",
  wishlisted = "wishlist flag", cartId = "id", orderId = "id", refundId = "id of the refund",
  discountPrice = "price after discount", urlPath = "address", position = "place in the list",
  listName = "list", revenue = "amount", shipping = "shipping charge", items = "list of lines",
  "list.items" = "set of products", term = "term",
  results = "number of results", dataset = "set of data attributes"
)

#' The problem of a field, by the expectation that it failed; the first match applies.
FAULT_PROBLEMS <- list(
  c("^is missing$", "is missing"),
  c("string length greater", "is empty"),
  c("(string|array) length less", "is too long"),
  c("\\[A-Z\\]\\{3\\}", "is not a code of three capital letters, such as VND"),
  c("date-time", "is not an ISO 8601 time"),
  c("string to match", "has the wrong format"),
  c("greater or equal to 0$", "is below 0"),
  c("greater or equal to", "is too small"),
  c("less or equal to", "is too large"),
  c("expected (integer|number)", "is not a whole number"),
  c("expected string", "is not text"),
  c("expected boolean", "is not true or false"),
  c("expected array", "is not a list"),
  c("expected object", "is not a group of fields"),
  c("^expected '", "is not one of the known values")
)

#' "order.revenue: expected integer" -> "Amount of the order is not a whole number"
fault_words <- function(fault) {
  vapply(fault, function(one) {
    parts <- regmatches(one, regexec("^(.*): (.*)$", one))[[1]]
    if (length(parts) == 0) {
      return(one)
    }
    capital(paste(field_words(gsub(": ", ".", parts[2], fixed = TRUE)), problem_words(parts[3])))
  }, "", USE.NAMES = FALSE)
}

field_words <- function(path) {
  part <- sub("\\.?[^.]*$", "", path)
  if (part == "" && path %in% names(FAULT_PARTS)) {
    return(FAULT_PARTS[[path]])
  }
  name <- sub("^.*\\.", "", path)
  known <- intersect(c(path, name), names(FAULT_FIELDS))
  field <- if (length(known) > 0) FAULT_FIELDS[[known[1]]] else name
  if (part %in% names(FAULT_PARTS)) paste(field, "of", FAULT_PARTS[[part]]) else field
}

problem_words <- function(expectation) {
  for (problem in FAULT_PROBLEMS) if (grepl(problem[1], expectation)) return(problem[2])
  expectation
}

#' "412 faults were corrected, 300 of them in events from Segment"
faults_headline <- function(faults) {
  by_sender <- vapply(split(faults$events, faults$sender), sum, 0)
  total <- sum(by_sender)
  most <- names(by_sender)[which.max(by_sender)]
  corrected <- sprintf(
    "%s %s %s corrected", format_count(total), plural(total, "fault"), if (total == 1) "was" else "were"
  )
  paste0(corrected, if (length(by_sender) > 1) paste(",", format_count(max(by_sender)), "of them"), sprintf(
    " in events from %s", sender_name(most)
  ))
}
