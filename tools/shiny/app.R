# The dashboard as a Shiny application. run.R starts it on its own port, under /sbw_dashboard.
library(shiny)

source("R/load_sources.R", local = TRUE)
load_sources("R", environment())

MOUNT <- "/sbw_dashboard"

config <- read_config()
answers <- serve_answers(config$warehouse, normalizePath("worker.R"))
records <- list(
  done = serve_record(config$record, normalizePath("worker.R")),
  saved = serve_record(config$saved, normalizePath("worker.R"))
)
theme <- dashboard_theme(read_tokens("www/tokens.css"))
addResourcePath("brand", "www")
# Compiled here, so that the first reader does not wait for it.
invisible(bslib::bs_theme_dependencies(theme))

start_of <- function(req) parse_address(req$QUERY_STRING, today_in(config$time_zone), as.Date(NA))
app <- shinyApp(
  ui = function(req) dashboard_page(start_of(req), theme),
  server = dashboard_server(config, function(session) warehouse_of_session(answers, session), records)
)
app$httpHandler <- mounted_at(
  MOUNT,
  page = kept_pages(app$httpHandler, start_of),
  routes = stats::setNames(
    list(
      function(req) products_file(req, config, answers), function(req) carts_file(req, config, answers),
      function(req) searches_file(req, config, answers), function(req) lists_file(req, config, answers),
      function(req) own_funnel_file(req, config, answers),
      function(req) cohorts_file(req, config, answers), function(req) today_file(req, config, answers),
      function(req) books_file(req, config, answers), function(req) events_file(req, config, answers),
      function(req) behind_file(req, config, answers), function(req) bands_file(req, config, answers),
      style_sheets("www")
    ),
    c(
      "/products.csv", "/carts.csv", "/searches.csv", "/lists.csv", "/funnel.csv", "/cohorts.csv",
      "/today.csv", "/books.csv", "/events.csv", "/behind.csv", "/bands.csv", STYLES_PATH
    )
  )
)
# Runs once the web server has started.
later::later(protect_static_files)
app
