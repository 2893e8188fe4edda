# Every source that session filters narrow, added up over all values, gives what there is without a filter.
DAYS <- some_filters("2026-05-20", "2026-07-10", traffic = "people")

# The sum of a number over all values of a narrowing; "unknown" are rows without a session.
over_all <- function(name, number) {
  values <- ask_filter_values(test_warehouse(), DAYS, TIME_ZONE, "narrowed")
  values <- union(values$value[values$name == name], "unknown")
  sum(vapply(values, function(value) number(with_narrowing(DAYS, name, value)), 0))
}

test_that("the parts of a narrowing add up to the whole, for every source", {
  board <- a_board(DAYS)
  numbers <- list(
    sessions = function(filters) sum(board$ask(ask_funnel, filters)$sessions),
    orders_of_sessions = function(filters) sum(board$ask(ask_days, filters, currency = "VND")$ordering_sessions),
    page_views = function(filters) sum(board$ask(ask_hours, filters, metric = "page_views")$n),
    orders = function(filters) sum(board$ask(ask_hours, filters, metric = "orders")$n),
    refunds = function(filters) sum(board$ask(ask_refunds, filters, currency = "VND")$refunded),
    products = function(filters) {
      products <- board$ask(ask_products, filters, currency = "VND")
      sum(products$views * 7 + products$add_to_carts * 3 + products$units + products$revenue)
    },
    carts = function(filters) {
      carts <- board$ask(ask_carts, filters, currency = "VND")
      sum(carts$carts[carts$dimension == "all"])
    },
    lists = function(filters) {
      placed <- board$ask(ask_lists, filters, currency = "VND")
      sum(placed[LIST_COUNTS])
    },
    searches = function(filters) sum(board$ask(ask_searches, filters, currency = "VND")$searches),
    visits = function(filters) sum(board$ask(ask_visits, filters)$sessions),
    credits = function(filters) sum(board$ask(ask_credits, filters, currency = "VND")$channels$net),
    buyers = function(filters) board$ask(ask_buyers, filters, currency = "VND")$orders
  )
  for (name in c("device", "visitors")) for (number in names(numbers)) {
    whole <- numbers[[number]](DAYS)
    expect_gt(whole, 0)
    expect_equal(over_all(name, numbers[[number]]), whole, label = paste(number, "over", name))
  }
})

test_that("a campaign has the sessions and orders that were planned for it", {
  filters <- some_filters("2026-05-01", "2026-05-31", only = c(campaign = "spring_letter"))
  days <- a_board(filters)$ask(ask_days, filters, currency = "VND")
  expect_equal(c(sum(days$sessions), sum(days$orders), sum(days$page_views)), c(240, 60, 240))
  filters$only <- c(campaign = "it's \\1 'nobody'")
  expect_equal(sum(a_board(filters)$ask(ask_days, filters, currency = "VND")$sessions), 0)
})

test_that("the events behind a tab are those that its numbers count", {
  filters <- some_filters("2026-06-01", "2026-06-30", only = c(device = "mobile", visitors = "new"))
  board <- a_board(filters)
  total <- function(set, tab = "overview", of = filters) {
    board$ask(ask_events, events_filters(tab, of), set = set, count = 1)$total
  }
  days <- board$ask(ask_days, filters, currency = "VND")
  expect_equal(total("sessions"), sum(days$sessions))
  expect_equal(total("page_views"), sum(days$page_views))
  of_brand <- with_narrowing(filters, "brand", "Aunt Ann's")
  products <- products_of(board$ask(ask_products, of_brand, currency = "VND"), narrowings_of(of_brand, "product"))
  expect_gt(nrow(products), 0)
  expect_equal(total("product_views", "products", of_brand), sum(products$views))
  expect_equal(total("add_to_carts", "products", of_brand), sum(products$add_to_carts))
  expect_lt(total("orders", "products", of_brand), total("orders", "products"))
  expect_equal(total("sessions", "overview", of_brand), total("sessions"))
  expect_equal(total("orders", "books"), total("orders", "books", some_filters("2026-06-01", "2026-06-30")))
})

test_that("a query without a source that can be narrowed is refused, and without filters nothing changes", {
  filters <- some_filters("2026-06-01", "2026-06-30", only = c(device = "mobile"))
  expect_error(narrowed("SELECT 1 FROM public.products", filters), "no source")
  expect_equal(narrowed(SQL_DAYS, some_filters("2026-06-01", "2026-06-30")), SQL_DAYS)
  expect_equal(narrowed(SQL_PRODUCTS, with_narrowing(DAYS, "brand", "Norden")), SQL_PRODUCTS)
})
