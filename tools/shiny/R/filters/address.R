#' The contents of the address bar: the tab, the filters, and the choices made on the tab.

#' The choices that an address contains: their tab (NULL: any), the allowed values, and the default, which is
#' left out of the address. Any text of steps is allowed, since a wrong one gets a message
#' (definition_from_text()). `is_of(value, tab)`: whether a value belongs to a tab.
choices_of_tabs <- function() {
  list(
    segment = list(tab = "today", values = unname(SEGMENTS), usual = "channel"),
    metric = list(tab = "overview", values = names(METRICS), usual = "net"),
    by = list(tab = "funnel", values = unname(BREAKDOWNS), usual = "device"),
    funnel = list(tab = "funnel", values = unname(FUNNELS), usual = "standard"),
    steps = list(tab = "funnel", values = NULL, usual = "", longest = LONGEST_QUERY),
    sort = list(
      tab = "products", usual = "-views",
      values = c(PRODUCT_COLUMNS$column, paste0("-", PRODUCT_COLUMNS$column))
    ),
    split = list(tab = "carts", values = unname(CART_SPLITS), usual = "device"),
    model = list(tab = "marketing", values = unname(MODELS), usual = "last_non_direct"),
    cohorts = list(tab = "customers", values = unname(COHORT_CELLS), usual = "buyers"),
    terms = list(tab = "pages", values = unname(TERM_CHOICES), usual = "all"),
    list = list(tab = "pages", values = NULL, usual = "", longest = 300),
    around = list(tab = "pages", values = NULL, usual = "", longest = 300),
    entry = list(tab = "books", values = NULL, usual = "", longest = 100),
    count = list(tab = "time", values = unname(TIME_METRICS), usual = "page_views"),
    events = list(tab = NULL, values = names(EVENT_SETS), usual = NO_SET),
    bar = list(tab = NULL, values = NULL, usual = "", longest = 700, is_of = is_bar_of),
    opened = list(tab = NULL, values = NULL, usual = "", longest = 300)
  )
}

#' A choice if it is valid, otherwise its default.
checked_choice <- function(name, value) {
  choice <- choices_of_tabs()[[name]]
  if (!is.null(choice$values)) {
    return(choice_of(value, choice$values, choice$usual))
  }
  is_text <- is.character(value) && length(value) == 1 && !is.na(value) && validUTF8(value)
  if (is_text && nzchar(value) && nchar(value) <= choice$longest) value else choice$usual
}

#' All choices by name: those in an address, and the defaults of the others.
choices_in <- function(query) {
  asked <- parse_query(query)
  lapply(stats::setNames(nm = names(choices_of_tabs())), function(name) checked_choice(name, asked[[name]]))
}

#' The address of a tab with its filters and choices, for the address bar and for links.
#'
#' @param choices by name; those of other tabs and defaults are left out
address_of <- function(tab, filters, choices = list()) {
  days <- if (filters$period == "custom") {
    sprintf("from=%s&to=%s", filters$from, filters$to)
  } else {
    paste0("period=", filters$period)
  }
  named <- Filter(function(name) {
    choice <- choices_of_tabs()[[name]]
    (is.null(choice$tab) || choice$tab == tab) && choices[[name]] != choice$usual &&
      (is.null(choice$is_of) || choice$is_of(choices[[name]], tab))
  }, names(choices))
  if (!"bar" %in% named) named <- setdiff(named, "opened")
  values <- vapply(choices[named], utils::URLencode, "", reserved = TRUE, repeated = TRUE)
  paste0(
    sprintf("?tab=%s&%s&login=%s&traffic=%s", tab, days, filters$login, filters$traffic),
    if (is_against_weekdays(filters)) "&against=weekdays", narrowings_in_address(filters),
    paste0(sprintf("&%s=%s", named, values), collapse = "")
  )
}
