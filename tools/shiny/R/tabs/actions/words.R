#' The words of an action: what to do, what is certain, what it costs, how to prove it, and its link, by kind.

#' @param action one row of actions_among()$found
#' @param filters the current filters, which the link keeps
#' @return list(todo, gain, sure, cost, proof, link: list(label, address))
action_words <- function(action, filters) {
  ACTION_WORDS[[action$kind]](action, filters)
}

ACTION_WORDS <- list(
  product = function(action, filters) {
    rest <- category_words(action$group)
    list(
      todo = sprintf("Rework the page of %s: many look at it, few add it to the cart", action$label),
      gain = sprintf("more net revenue a month, if it is added as often as the rest of %s", rest),
      sure = "that it is added less often than the rest",
      cost = sprintf(paste(
        "An hour or two: compare its price, stock, pictures and description with the most added product of",
        "%s, and change what falls behind."
      ), rest),
      proof = sprintf(paste(
        "Mark it as done: two weeks later this tab compares add to carts per view before and after it. The",
        "rest of %s shows what would have happened anyway."
      ), rest),
      link = list(
        label = "See the products of this category",
        address = address_of(
          "products", with_narrowing(filters, "category", if (is.na(action$group)) "all" else action$group),
          list(sort = "-views")
        )
      )
    )
  },
  step = function(action, filters) {
    step <- step_words(action$topic)
    who <- segment_words(action)
    list(
      todo = if (action$group == "device") {
        sprintf("Go from %s yourself on %s, and repair what stops people", step, who)
      } else {
        sprintf("Find out why fewer sessions from %s go from %s", who, step)
      },
      gain = "more net revenue a month, if as many continue as elsewhere",
      sure = "that fewer continue here than elsewhere",
      cost = if (action$group == "device") {
        paste(
          "Half a day to find it: walk through this step with a real order. The repair depends on what you",
          "find."
        )
      } else {
        paste(
          "An hour to find it: open the pages that these links lead to, and check that they show what the",
          "link promises. Other visitors may simply want less."
        )
      },
      proof = sprintf(paste(
        "Mark it as done: two weeks later this tab compares the share that continues before and after it;",
        "%s show what would have happened anyway."
      ), if (action$group == "device") "the other devices" else "the other channels"),
      link = list(
        label = "See this step in the funnel",
        address = address_of("funnel", filters, list(by = action$group))
      )
    )
  },
  campaign = function(action, filters) list(
    todo = sprintf("Stop the campaign %s, or lower its budget", action$label),
    gain = "saved a month: so much more does it cost than its orders bring in",
    sure = "that it costs more than it brings in",
    cost = "A few minutes in the advertising account.",
    proof = paste(
      "Pause it for two weeks in half of the regions. If net revenue there does not fall behind the other",
      "half by as much as the ads cost, leave it off."
    ),
    link = list(label = "See all campaigns", address = address_of("marketing", filters))
  ),
  cart = function(action, filters) list(
    todo = sprintf(
      "Remind known customers of %s abandoned %s", format_count(action$whole), plural(action$whole, "cart")
    ),
    gain = "more net revenue a month, if reminders bring back as many as return without one",
    sure = "that carts are still bought after a pause; a test has to show what a reminder adds",
    cost = "An hour to write the message. Write only to customers who allowed it.",
    proof = paste(
      "Write to every second customer only. After two weeks compare how many of both halves have bought:",
      "only the difference is due to the reminder."
    ),
    link = list(label = "See these carts", address = address_of("carts", filters))
  ),
  term = function(action, filters) list(
    todo = sprintf("Give the search \u201c%s\u201d results", action$label),
    gain = "more net revenue a month, if as many open a product as after other searches",
    sure = "that fewer open a product after this search",
    cost = "Minutes for a synonym of a product that you have; a decision of purchasing if you do not.",
    proof = paste(
      "Mark it as done: two weeks later this tab compares how many open a product after this search before",
      "and after it; the other searches show what would have happened anyway."
    ),
    link = list(
      label = "See searches without results",
      address = address_of("pages", filters, list(terms = "nothing"))
    )
  )
)

category_words <- function(category) {
  if (is.na(category)) "its category" else tolower(group_label(category))
}

#' "checkout" -> "checkout to order": the step and the one before it.
step_words <- function(step) {
  at <- match(step, FUNNEL_STEPS$step)
  paste(tolower(FUNNEL_STEPS$label[at - 1]), "to", tolower(FUNNEL_STEPS$label[at]))
}

#' A device or channel inside a sentence.
segment_words <- function(action) {
  if (action$group == "channel") {
    return(channel_words(action$label))
  }
  names <- c(desktop = "a computer", mobile = "a phone", tablet = "a tablet")
  if (action$label %in% names(names)) names[[action$label]] else action$label
}
