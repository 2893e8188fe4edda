TODAY <- as.Date("2026-11-23")
FIRST <- as.Date("2026-09-01")
parsed <- function(query) parse_address(query, TODAY, FIRST)

test_that("every choice of tab and filters survives the way through the address bar", {
  for (tab in TABS) for (login in LOGIN_STATES) for (traffic in TRAFFIC) for (period in c(PERIODS, "custom")) {
    days <- if (period == "custom") {
      list(period = "custom", from = as.Date("2026-09-30"), to = as.Date("2026-10-01"))
    } else {
      days_of_period(period, TODAY, FIRST)
    }
    filters <- c(days, list(login = login, traffic = traffic))
    for (chosen in list(filters, c(filters, list(against = "weekdays")))) {
      expect_equal(parsed(address_of(tab, chosen)), list(tab = tab, filters = chosen))
    }
  }
})

test_that("a choice on a tab survives the way through the address bar, and is in the address of that tab only", {
  filters <- parsed("?period=7")$filters
  chosen <- list(
    segment = "category", metric = "orders", by = "channel", sort = "name",
    split = "value", count = "sessions", funnel = "own", steps = "50%25~b.page.is./a?b=c&d"
  )
  for (name in names(chosen)) {
    tab <- choices_of_tabs()[[name]]$tab
    address <- address_of(tab, filters, chosen)
    expect_equal(choices_in(address)[[name]], chosen[[name]])
    others <- Filter(function(other) choices_of_tabs()[[other]]$tab != tab, names(chosen))
    for (other in others) expect_equal(choices_in(address)[[other]], choices_of_tabs()[[other]]$usual)
  }
})

test_that("default choices are not in the address, and invalid ones are not taken from it", {
  filters <- parsed("?period=7")$filters
  expect_equal(address_of("products", filters, choices_in("")), "?tab=products&period=7&login=all&traffic=people")
  usual <- choices_in("")
  odd <- c(
    "?segment=user_id",
    "?metric=password&by=user_id&split=user_id&sort=--views&count=1", "?sort=views;DROP&metric[]=net",
    "?metric=%ff", "?entry=%ff%fe", paste0("?entry=", strrep("a", 500)), "?entry=", NA
  )
  for (query in odd) expect_equal(choices_in(query), usual)
  expect_equal(choices_in("?metric=orders&metric=net")$metric, "orders")
})

test_that("filters of sessions and products survive the way through the address bar", {
  only <- c(
    channel = "paid_social", campaign = "50% & more = \u201cfun\u201d", device = "mobile", visitors = "new",
    category = "B\u00e0n ph\u00edm & chu\u1ed9t", brand = "Aunt Ann's"
  )
  filters <- c(parsed("?period=7")$filters, list(only = only))
  for (tab in c("funnel", "books")) expect_equal(parsed(address_of(tab, filters))$filters, filters)
  expect_null(parsed("?channel=all&campaign=&visitors=everybody&brand=%ff&category=a%0Ab")$filters$only)
  expect_null(parsed(paste0("?campaign=", strrep("a", 201)))$filters$only)
  expect_equal(parsed("?device=mobile&user=1")$filters$only, c(device = "mobile"))
})

test_that("days are compared with the previous ones, unless the address asks for the same weekdays", {
  expect_null(parsed("?against=everybody")$filters$against)
  expect_equal(parsed("?tab=carts&against=weekdays")$filters$against, "weekdays")
  expect_false(grepl("against", address_of("carts", parsed("")$filters)))
})

test_that("an order is written as the address carries it", {
  for (text in c("-views", "name", "-cart_rate")) expect_equal(order_text(order_from(text)), text)
})

test_that("what Back brings makes no new step, and holds as a whole", {
  shiny::testServer(function(input, output, session) {
    filters <- filters_server("filters", parsed("")$filters, reactive(TODAY), reactive(FIRST))
    choices <- tab_choices("")
  }, {
    filters$restore("?tab=funnel&from=2026-11-01&to=2026-11-02&login=guest&traffic=all&by=channel")
    choices$restore("?tab=funnel&by=channel")
    session$flushReact()
    expect_equal(filters$shown(), some_filters("2026-11-01", "2026-11-02", "guest", "all"))
    expect_equal(choices$value("by"), "channel")
    choices$choose("by", "password")
    expect_equal(choices$value("by"), "device")
  })
})
