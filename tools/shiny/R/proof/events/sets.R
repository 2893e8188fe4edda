#' The events behind the numbers of a tab, in sets that a reader can choose.

#' The sets: the label of each, and a condition on the events of it. `sessions` has the first event of each
#' session.
EVENT_SETS <- list(
  sessions = list(label = "Sessions", condition = NULL),
  page_views = list(label = "Page views", condition = "event_name = 'page_view'"),
  product_views = list(label = "Product views", condition = "event_name = 'product_view'"),
  add_to_carts = list(label = "Add to carts", condition = "event_name = 'add_to_cart_click'"),
  removals = list(label = "Removals", condition = "event_name = 'remove_from_cart_click'"),
  checkouts = list(label = "Checkouts", condition = "event_name IN ('checkout_start', 'checkout_step')"),
  orders = list(label = "Orders", condition = "event_name = 'checkout_complete'"),
  refunds = list(label = "Refunds", condition = "event_name = 'order_refund'"),
  list_views = list(label = "Lists seen", condition = "event_name = 'product_list_view'"),
  list_clicks = list(label = "Clicks in lists", condition = "event_name = 'select_item'"),
  searches = list(label = "Searches", condition = "event_name = 'search'"),
  all = list(label = "All events", condition = "true")
)

SETS_OF_TABS <- list(
  today = c("sessions", "orders", "refunds"),
  overview = c("sessions", "page_views", "orders", "refunds"),
  funnel = c("product_views", "add_to_carts", "checkouts", "orders"),
  products = c("product_views", "add_to_carts", "orders"),
  carts = c("add_to_carts", "removals", "checkouts", "orders"),
  marketing = c("sessions", "orders", "refunds"),
  customers = c("orders", "refunds"),
  pages = c("sessions", "searches", "list_views", "list_clicks", "add_to_carts", "orders"),
  time = c("page_views", "sessions", "orders"),
  actions = c("sessions", "product_views", "add_to_carts", "searches", "orders"),
  books = c("orders", "refunds"),
  trust = "all"
)

NO_SET <- "none"

#' A set if the tab has it, otherwise NO_SET.
set_of_tab <- function(set, tab) if (set %in% SETS_OF_TABS[[tab]]) set else NO_SET

#' The filters of a tab that its numbers, and so its events, have.
events_filters <- function(tab, filters) {
  of <- c(if (tab != "products") "product", if (tab %in% names(ALL_COUNTED)) "session")
  without_narrowing(filters, of)
}

#' The buttons of a tab: values by label.
set_choices <- function(tab) {
  sets <- SETS_OF_TABS[[tab]]
  stats::setNames(c(NO_SET, sets), c("None", vapply(EVENT_SETS[sets], `[[`, "", "label", USE.NAMES = FALSE)))
}
