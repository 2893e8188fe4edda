#' What had to be put right in events, in words: the ETL notes it as "order.revenue: expected integer".

#' How the senders are called within a sentence.
SENDERS <- c(
  clickstream = "our own tracker", workshop = "the workshop\u2019s client", ga4 = "Google Analytics 4",
  "universal-analytics" = "Universal Analytics", "order-lines" = "lists of order lines", segment = "Segment",
  snowplow = "Snowplow", other = "another sender"
)

sender_name <- function(sender) ifelse(sender %in% names(SENDERS), unname(SENDERS[sender]), sender)

#' The parts of an event, and what the fields that its columns are read from hold.
FAULT_PARTS <- c(
  product = "the product", cart = "the cart", order = "the order", list = "the list", search = "the search",
  checkout = "the checkout", login = "the login", element = "the clicked element",
  "cart.items" = "a line of the cart", "order.items" = "a line of the order",
  "list.items" = "a product of the list"
)
FAULT_FIELDS <- c(
  eventId = "id of the event", eventTimestamp = "time of the event", eventName = "name of the event",
  schemaVersion = "version of the format", sequence = "place of the event in its browser",
  clientId = "id of the browser", sessionId = "id of the session", userId = "id of the user",
  userLoginState = "login state", identitySource = "way in which the user is known",
  isFirstVisit = "mark of a first visit", pageUrl = "address of the page", pageTitle = "title of the page",
  referrer = "address of the page before", category = "category", channel = "way of sharing",
  wishlisted = "mark of a wish", cartId = "id", orderId = "id", refundId = "id of the refund",
  discountPrice = "price after discount", urlPath = "address", position = "place in the list",
  listName = "list", revenue = "amount", shipping = "shipping charge", items = "list of lines",
  "list.items" = "set of products", term = "term",
  results = "number of results", dataset = "set of data attributes"
)

#' What is wrong with a field, by what was expected of it; the first that fits.
FAULT_PROBLEMS <- list(
  c("^is missing$", "is missing"),
  c("string length greater", "is empty"),
  c("(string|array) length less", "is too long"),
  c("\\[A-Z\\]\\{3\\}", "is not a code of three capital letters, such as VND"),
  c("date-time", "is not a time as ISO 8601 writes it"),
  c("string to match", "is in another form"),
  c("greater or equal to 0$", "is below 0"),
  c("greater or equal to", "is too small"),
  c("less or equal to", "is too large"),
  c("expected (integer|number)", "is not a whole number"),
  c("expected string", "is not text"),
  c("expected boolean", "is neither yes nor no"),
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

#' "412 faults were put right, 300 of them in events of Segment"
faults_headline <- function(faults) {
  by_sender <- vapply(split(faults$events, faults$sender), sum, 0)
  total <- sum(by_sender)
  most <- names(by_sender)[which.max(by_sender)]
  told <- sprintf(
    "%s %s %s put right", format_count(total), plural(total, "fault"), if (total == 1) "was" else "were"
  )
  paste0(told, if (length(by_sender) > 1) paste(",", format_count(max(by_sender)), "of them"), sprintf(
    " in events of %s", sender_name(most)
  ))
}
