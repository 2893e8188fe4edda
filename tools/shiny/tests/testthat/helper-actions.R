# A month of a shop, made of independent events, for the tests of actions.
DEVICES <- c("desktop", "mobile", "tablet")
CHANNEL_NAMES <- c("direct", "organic_search", "email", "paid_social")
STEP_RATES <- c(0.12, 0.5, 0.6)

#' @param faults list: product (factor of its rate), step (factor of checkout -> order on mobile), campaign (factor
#'   of the cost against what it earns), term (factor of its rate), recovery (rate of carts)
a_month <- function(faults = list()) {
  fault <- function(name, usual = 1) if (is.null(faults[[name]])) usual else faults[[name]]
  amounts <- stats::rlnorm(400, 14, 0.6)
  worth <- data.frame(
    orders = 400, net = sum(amounts), squares = sum(amounts^2), largest = max(amounts), gross = sum(amounts)
  )
  n <- 40
  views <- stats::rpois(n, stats::rlnorm(n, 5.5, 0.7))
  rates <- rep(c(0.08, 0.12, 0.05, 0.1), each = n / 4)
  rates[3] <- rates[3] * fault("product")
  views[3] <- if (fault("product") < 1) 900 else views[3]
  carts <- stats::rpois(n, views * rates)
  units <- stats::rpois(n, carts * 0.3)
  products <- data.frame(
    product_id = sprintf("p%02d", seq_len(n)), name = sprintf("Product %d", seq_len(n)),
    category = rep(c("laptops", "monitors", "mice", "desks"), each = n / 4), views = views, add_to_carts = carts,
    units = units, revenue = units * 1.2e6, stringsAsFactors = FALSE
  )
  funnel <- expand.grid(
    login_state = "guest", device = DEVICES, channel = CHANNEL_NAMES, stringsAsFactors = FALSE
  )
  funnel$viewed <- stats::rpois(nrow(funnel), 500)
  funnel$sessions <- funnel$viewed * 2
  funnel$carted <- stats::rbinom(nrow(funnel), funnel$viewed, STEP_RATES[1])
  funnel$checked_out <- stats::rbinom(nrow(funnel), funnel$carted, STEP_RATES[2])
  last <- ifelse(funnel$device == "mobile", STEP_RATES[3] * fault("step"), STEP_RATES[3])
  funnel$ordered <- stats::rbinom(nrow(funnel), funnel$checked_out, last)
  list(
    worth = worth, products = products, funnel = funnel, campaigns = some_campaigns(fault("campaign")),
    carts = some_carts(fault("recovery", 0.005)), left = some_left(), terms = some_terms(fault("term"))
  )
}

# Campaigns that earn what they cost on average.
some_campaigns <- function(factor) {
  orders <- stats::rpois(4, 20)
  amounts <- lapply(orders, function(n) stats::rlnorm(n, 14, 0.6))
  cost <- 20 * exp(14 + 0.18) * c(factor, 1, 1, 1)
  data.frame(
    source = "s", medium = "m", campaign = sprintf("campaign_%d", 1:4), is_judged = TRUE, sessions = 600,
    orders = orders, net = vapply(amounts, sum, 0), net_squares = vapply(amounts, function(a) sum(a^2), 0),
    net_largest = vapply(amounts, function(a) max(a, 0), 0), cost = cost, stringsAsFactors = FALSE
  )
}

some_carts <- function(recovery) {
  recovered <- stats::rbinom(1, 300, recovery)
  data.frame(
    dimension = "all", key = "all", outcome = c("recovered", "abandoned"), carts = c(recovered, 300 - recovered),
    value = 0, stringsAsFactors = FALSE
  )
}

some_left <- function() {
  data.frame(reach = rep(c("signed_in", "unknown"), 20), bought_since = "no", value = 1e6, stringsAsFactors = FALSE)
}

some_terms <- function(factor) {
  searches <- c(300, 200, 60, 45, 40)
  rate <- 0.6 * c(1, 1, factor, 1, 1)
  opened <- stats::rbinom(5, searches, rate)
  data.frame(
    term = c("desk", "laptop", "keybord", "usb hub", "chair mat"), searches = searches, unknown = 0,
    empty = c(0, 0, 60, 45, 40), opened = opened, orders = stats::rbinom(5, opened, 0.1), net = 0,
    stringsAsFactors = FALSE
  )
}

actions_of_month <- function(month, days = 30) actions_among(action_kinds(month), days)
