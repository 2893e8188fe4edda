#' What an action did, counted in the days before and after it, by kind.

#' The result of a done action: list(state, due, days, before, after, gain), see spans_of() for the first
#' three. The counts are those of effect_on_rate() or gain_of_cut().
#'
#' @param action a row of ask_done()
#' @param touched the other rows that are not withdrawn: their subjects are not part of the control
result_of <- function(action, touched, board) {
  open_day <- open_day_of(board$freshness()$data_until, board$time_zone)
  spans <- spans_of(action$done_on, min(open_day, board$today()), board$first_day())
  if (spans$state != "ready") {
    return(spans)
  }
  in_time <- touched$done_on >= spans$before$from & touched$done_on <= spans$after$to
  touched <- touched[touched$kind == action$kind & in_time, , drop = FALSE]
  count <- function(days) COUNTS_OF_KIND[[action$kind]](action, touched, board_of_days(board, action, days))
  counted <- list(before = count(spans$before), after = count(spans$after))
  if (!can_be_compared(counted$before) || !can_be_compared(counted$after)) {
    return(list(state = "unknown", due = NA))
  }
  c(spans[c("state", "due", "days")], counted, list(
    gain = GAIN_OF_KIND[[action$kind]](counted$before, counted$after, spans$days)
  ))
}

#' Something has to have happened, to the action and to its control.
can_be_compared <- function(counts) {
  if (!is.null(counts$cost)) counts$other_net > 0 else counts$whole > 0 && counts$other_part > 0
}

#' The board with the filters of the promise, for other days.
board_of_days <- function(board, action, days) {
  filters <- filters_of_promise(action, days)
  modifyList(board, list(filters = function() filters, currency = action$currency))
}

ask_on <- function(board, question) board$ask(question, board$filters(), currency = board$currency)

COUNTS_OF_KIND <- list(
  product = function(action, touched, board) {
    worth <- ask_on(board, ask_order_worth)
    products <- with_squares(ask_on(board, ask_products), worth)
    own <- products[products$product_id == action$key, , drop = FALSE]
    is_rest <- products$category %in% action$group & !products$product_id %in% c(action$key, touched$key)
    rest <- as.list(colSums(products[is_rest, c("views", "add_to_carts", "revenue", "squares", "units")]))
    counts_of(
      sum(own$add_to_carts), sum(own$views), rest$add_to_carts, rest$views, value_of_add(rest, worth)
    )
  },
  step = function(action, touched, board) {
    worth <- ask_on(board, ask_order_worth)
    rows <- board$ask(ask_funnel, board$filters())
    rows <- rows[rows$device != "bot", , drop = FALSE]
    named <- rows[rows[[action$group]] != "unknown", , drop = FALSE]
    is_own <- named[[action$group]] == action$label
    same_step <- touched$topic == action$topic & touched$group == action$group
    is_rest <- !is_own & !named[[action$group]] %in% touched$label[same_step]
    step <- match(action$topic, FUNNEL_STEPS$step)
    sessions <- function(of, at) sum(named[of, FUNNEL_STEPS$column[at]])
    counts_of(
      sessions(is_own, step), sessions(is_own, step - 1), sessions(is_rest, step),
      sessions(is_rest, step - 1),
      product_of(ordering_from(funnel_steps(rows)$sessions, action$topic), value_of_order(worth))
    )
  },
  term = function(action, touched, board) {
    terms <- ask_on(board, ask_searches)
    own <- terms[terms$term == action$key, , drop = FALSE]
    is_rest <- terms$empty == 0 & terms$searches > terms$unknown & !terms$term %in% c(action$key, touched$key)
    rest <- colSums(terms[is_rest, c("searches", "opened", "orders"), drop = FALSE])
    counts_of(
      sum(own$opened), sum(own$searches), rest[["opened"]], rest[["searches"]],
      product_of(
        share_estimate(min(rest[["orders"]], rest[["opened"]]), rest[["opened"]]),
        value_of_order(ask_on(board, ask_order_worth))
      )
    )
  },
  cart = function(action, touched, board) {
    paused <- ask_on(board, ask_paused_carts)
    of <- function(column, reach) sum(paused[paused$reach == reach, column])
    each <- of("value", "known") / max(of("carts", "known"), 1)
    counts_of(
      of("recovered", "known"), of("carts", "known"), of("recovered", "unknown"), of("carts", "unknown"),
      data.frame(point = each, lower = each, upper = each)
    )
  },
  campaign = function(action, touched, board) {
    campaigns <- marketing_campaigns(board, marketing_sources(board, choices_of_tabs()$model$usual))
    key <- paste(campaigns$source, campaigns$medium, campaigns$campaign, sep = "/")
    own <- campaigns[key == action$key, , drop = FALSE]
    rest <- campaigns[!key %in% c(action$key, touched$key), , drop = FALSE]
    cost <- if (is.null(own$cost)) 0 else sum(own$cost, na.rm = TRUE)
    list(
      cost = cost, net = sum(own$net), squares = sum(own$net_squares), largest = max(0, own$net_largest),
      other_net = sum(rest$net), other_squares = sum(rest$net_squares),
      other_largest = max(0, rest$net_largest)
    )
  }
)

#' @param value estimate of the money of one more of `part`
counts_of <- function(part, whole, other_part, other_whole, value) {
  list(part = part, whole = whole, other_part = other_part, other_whole = other_whole, value = value)
}

value_of_order <- function(worth) mean_estimate(worth$net, worth$squares, worth$orders)

GAIN_OF_KIND <- local({
  by_rate <- function(before, after, days) gain_of_rate(before, after, rate_estimate, after$value, days)
  by_share <- function(before, after, days) gain_of_rate(before, after, share_estimate, after$value, days)
  cut <- function(before, after, days) gain_of_cut(before, after, days)
  list(product = by_rate, step = by_share, term = by_share, cart = by_share, campaign = cut)
})
