# The dashboard as a Shiny application: run.R starts it on its own port, under /sbw_dashboard.
# Files in R/ are loaded by Shiny itself.
library(shiny)

MOUNT <- "/sbw_dashboard"

config <- read_config()
warehouse <- open_warehouse(config$warehouse)
theme <- dashboard_theme(read_tokens("www/tokens.css"))
addResourcePath("brand", "www")
# Compiled here, so that the first reader does not wait for it.
invisible(bslib::bs_theme_dependencies(theme))

shinyApp(
  ui = mounted_at(
    MOUNT,
    page = function(req) {
      today <- today_in(config$time_zone)
      dashboard_page(parse_address(req$QUERY_STRING, today, as.Date(NA)), theme)
    },
    routes = list("/products.csv" = function(req) products_file(req, config, warehouse))
  ),
  server = dashboard_server(config, warehouse),
  uiPattern = ".*"
)
