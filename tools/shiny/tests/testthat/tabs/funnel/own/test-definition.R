# Definitions by chance, with names that contain all that separates parts of the text.
a_definition <- function() {
  name <- function() {
    letters <- c("a", "B", "_", "~", ".", "%", "7E", "%25", "/", " ", "&", "=", "'", "\"", "\\", "\u1ec7", "\n", "~~")
    paste0("x", paste(sample(letters, sample(1:8, 1), replace = TRUE), collapse = ""))
  }
  step <- function() {
    plain <- list(event = name())
    if (runif(1) < 0.5) plain else c(plain, field = any_of(OWN_FIELDS), kind = any_of(OWN_KINDS), value = name())
  }
  of <- any_of(names(OWN_SPANS))
  list(
    steps = lapply(seq_len(sample(2:8, 1)), function(i) step()), order = any_of(OWN_ORDERS),
    window = list(count = as.numeric(sample(LONGEST_WINDOW / OWN_SPANS[[of]], 1)), of = of),
    unit = any_of(OWN_UNITS), entry = any_of(OWN_ENTRIES),
    breakdown = unname(sample(OWN_BREAKDOWNS, sample(0:2, 1)))
  )
}
any_of <- function(values) unname(sample(values, 1))
refusal_of <- function(text) tryCatch(definition_from_text(text), funnel_refused = conditionMessage)

test_that("any definition survives the way through the address", {
  set.seed(20261130)
  filters <- some_filters("2026-06-01", "2026-06-30")
  for (round in 1:300) {
    definition <- a_definition()
    expect_equal(definition_from_text(definition_text(definition)), definition)
    address <- address_of("funnel", filters, list(funnel = "own", steps = definition_text(definition)))
    if (nchar(address) <= LONGEST_QUERY) {
      expect_equal(definition_from_text(choices_in(address)$steps), definition)
    }
  }
})

test_that("any definition survives the way through the form", {
  set.seed(7)
  for (round in 1:100) {
    definition <- a_definition()
    form <- definition
    form$steps <- lapply(definition$steps, function(step) {
      modifyList(list(event = "", field = "", kind = "is", value = ""), step)
    })
    form$breakdown <- as.list(definition$breakdown)
    form$window$count <- format(definition$window$count, scientific = FALSE)
    expect_equal(definition_from_form(as.character(jsonlite::toJSON(form, auto_unbox = TRUE))), definition)
  }
})

test_that("the address is short and readable, and the usual funnel is not in it", {
  expect_equal(definition_text(USUAL_DEFINITION), "")
  expect_equal(definition_from_text(""), USUAL_DEFINITION)
  text <- "product_view.category.is.laptops~checkout_complete~~visitor.strict.7-days.first.by-channel.by-device"
  definition <- definition_from_text(text)
  expect_equal(definition_text(definition), text)
  expect_equal(definition$steps[[1]], list(event = "product_view", field = "category", kind = "is", value = "laptops"))
  expect_equal(definition$window, list(count = 7, of = "day"))
  expect_equal(definition$breakdown, c("channel", "device"))
})

test_that("a wrong address gets a message that names what is wrong", {
  expect_match(refusal_of("product_view"), "2 to 8 steps; this one has 1")
  expect_match(refusal_of(paste(rep("a", 9), collapse = "~")), "2 to 8 steps; this one has 9")
  expect_match(refusal_of("a~b~~91-days"), "91 day.*from 1 minute to 90 days")
  expect_match(refusal_of("a~b~~0-days"), "0 day")
  expect_match(refusal_of("a~b~~backwards"), "no setting \u201cbackwards\u201d")
  expect_match(refusal_of("a~b~~by-user_id"), "split by \u201cuser_id\u201d")
  expect_match(refusal_of("a~b~~by-device.by-device"), "different ones")
  expect_match(refusal_of("a~b~~by-device.by-page.by-channel"), "up to two")
  expect_match(refusal_of("a~b.name.is.x"), "condition of step 2 is \u201cname\u201d")
  expect_match(refusal_of("a~b.page.like.x"), "condition of step 2 is \u201clike\u201d")
  expect_match(refusal_of("a~b.page.is."), "page of step 2 has no value")
  expect_match(refusal_of("a~b.page"), "step \u201cb.page\u201d")
  expect_match(refusal_of("a~100%~b"), "contain a %")
  expect_match(refusal_of("a~b~~visitor~~cart"), "settings twice")
  expect_match(refusal_of("~~visitor"), "this one has 0")
})

test_that("anything that a browser may send as a form is refused with a message", {
  odd <- list(
    NULL, 1, NA_character_, "", "[", "1", "\"text\"", "{}", "{\"steps\":{}}", "/etc/passwd", "http://127.0.0.1/",
    "{\"steps\":[1,2]}", "{\"steps\":[{\"event\":\"a\"},{\"event\":\"b\"}],\"order\":\"any\",\"window\":3}",
    "{\"steps\":[{\"event\":[\"a\",\"b\"]},{\"event\":\"b\"}]}", strrep("[", 30000)
  )
  for (form in odd) expect_error(definition_from_form(form), class = "funnel_refused")
})

test_that("SQL in a name reaches the warehouse as a value only", {
  bad <- "'; DROP TABLE public.orders; --"
  definition <- checked_definition(replace(
    USUAL_DEFINITION, "steps",
    list(list(list(event = "product_view", field = "product", kind = "is", value = bad), list(event = bad)))
  ))
  filters <- some_filters("2026-06-01", "2026-06-30")
  asked <- NULL
  ask_own_funnel(a_fake_warehouse(function(sql, params) {
    asked <<- list(sql = sql, params = params)
    data.frame()
  }), filters, TIME_ZONE, "1", definition)
  expect_false(grepl("DROP", asked$sql))
  expect_equal(jsonlite::parse_json(asked$params[[5]])$steps[[2]]$event, bad)
  rows <- ask_own_funnel(test_warehouse(), filters, TIME_ZONE, NULL, definition)
  expect_equal(rows$units, c(0, 0))
  counting <- ask_own_sql(test_warehouse(), filters, TIME_ZONE, NULL, definition)
  for (sql in c(own_sql(counting), own_call(counting, definition, filters))) {
    rows <- suppressWarnings(remembered(test_warehouse(), NULL, sql, list()))
    expect_equal(as.numeric(rows$units), c(0, 0))
  }
})

test_that("the engine accepts every choice of the form, with the filters of the page", {
  set.seed(3)
  for (round in 1:12) {
    definition <- a_definition()
    filters <- some_filters("2026-06-01", "2026-06-02", any_of(LOGIN_STATES), any_of(TRAFFIC))
    sql <- "SELECT dash.checked_funnel($1::jsonb)::text AS checked"
    json <- definition_json(definition, filters, definition$breakdown)
    checked <- jsonlite::parse_json(remembered(test_warehouse(), NULL, sql, list(json))$checked)
    expect_equal(checked$window, unname(window_seconds(definition)))
    expect_equal(checked$traffic, filters$traffic)
    expect_equal(unlist(checked$filters$login_state), if (filters$login != "all") filters$login)
    expect_equal(as.character(unlist(checked$breakdown)), definition$breakdown)
    expect_equal(vapply(checked$steps, `[[`, "", "event"), vapply(definition$steps, `[[`, "", "event"))
  }
})

test_that("every preset of the warehouse can be shown in the form, and counts as it says", {
  presets <- ask_funnel_presets(test_warehouse(), TIME_ZONE, NULL)
  expect_setequal(presets$preset, names(PRESET_LABELS))
  checked <- function(json) {
    sql <- "SELECT (dash.checked_funnel($1::jsonb) - 'traffic')::text AS checked"
    remembered(test_warehouse(), NULL, sql, list(json))$checked
  }
  for (json in presets$definition) {
    form <- c(preset_settings(json), list(steps = STEPS_OF_A_PURCHASE))
    form$window <- form[c("count", "of")]
    own <- definition_json(checked_definition(form), some_filters("2026-06-01", "2026-06-02"))
    expect_equal(checked(own), checked(json))
  }
  expect_null(preset_settings("{\"unit\": \"visitor\", \"order\": \"ordered\", \"entry\": \"every\",
    \"window\": \"1 day\", \"strict_increase\": true}"))
})
