#' The page (header, tabs, filter bar) and the server side of one browser session.

#' @param start list(tab, filters) from the address
dashboard_page <- function(start, theme) {
  freshness <- freshness_ui("freshness")
  navbarPage(
    title = tags$span(class = "brand", tags$b("SBW", tags$i(`aria-hidden` = "true")), "dashboard"),
    windowTitle = "SBW dashboard", id = "tab", selected = start$tab, theme = theme, lang = "en",
    header = tagList(
      tags$head(
        tags$meta(name = "viewport", content = "width=device-width, initial-scale=1"),
        tags$meta(name = "color-scheme", content = "light dark"),
        tags$link(rel = "icon", href = "brand/icon.svg", type = "image/svg+xml"),
        # Relative to the page, so that it follows the mount.
        tags$link(rel = "stylesheet", href = sub("^/", "", STYLES_PATH)),
        tags$script(src = "brand/dashboard.js", defer = NA),
        tags$script(src = "brand/address.js", defer = NA),
        tags$script(src = "brand/day-fields.js", defer = NA),
        tags$script(src = "brand/more-filters.js", defer = NA),
        tags$script(src = "brand/chart-keys.js", defer = NA),
        tags$script(src = "brand/funnel-builder.js", defer = NA),
        tags$script(src = "brand/done-on.js", defer = NA),
        tags$script(src = "brand/behind.js", defer = NA),
        tags$script(src = "brand/saved-views.js", defer = NA)
      ),
      filters_ui("filters", start$filters), saved_views_ui("views"),
      freshness$note, freshness$banner, uiOutput("chips")
    ),
    footer = tagList(behind_ui("behind"), events_ui("events")),
    tabPanel("Today", value = "today", today_ui("today")),
    tabPanel("Overview", value = "overview", overview_ui("overview")),
    tabPanel("Funnel", value = "funnel", funnel_ui("funnel")),
    tabPanel("Products", value = "products", products_ui("products")),
    tabPanel("Carts", value = "carts", carts_ui("carts")),
    tabPanel("Marketing", value = "marketing", marketing_ui("marketing")),
    tabPanel("Customers", value = "customers", customers_ui("customers")),
    tabPanel("Pages & search", value = "pages", pages_ui("pages")),
    tabPanel("Time", value = "time", time_ui("time")),
    tabPanel("Actions", value = "actions", actions_ui("actions")),
    tabPanel("Books", value = "books", books_ui("books")),
    tabPanel("Trust", value = "trust", trust_ui("trust"))
  )
}

#' @param config result of read_config()
#' @param warehouse_of function(session) that returns its warehouse, see warehouse_of_session()
#' @param records list(done, saved), results of serve_record()
#' @return a Shiny server function
dashboard_server <- function(config, warehouse_of, records = no_records()) {
  function(input, output, session) {
    warehouse <- warehouse_of(session)
    # After a restart or a dropped port forward the page reconnects by itself and keeps its filters.
    session$allowReconnect("force")
    time_zone <- config$time_zone
    fresh <- freshness_server("freshness", warehouse, time_zone, reactive(input$retry))
    ask <- function(question, ...) {
      tryCatch(
        question(warehouse, ..., time_zone = time_zone, version = fresh$data()$version),
        warehouse_error = function(error) {
          # Queried again as soon as the warehouse is back, or when the reader presses the button.
          fresh$reachable()
          input$retry
          if (inherits(error, "warehouse_unreachable")) invalidateLater(5000)
          stop(error)
        }
      )
    }
    today <- reactive({
      invalidateLater(60000)
      today_in(time_zone)
    })
    this_day <- reactiveVal(today_in(time_zone))
    observe(this_day(today()))
    data_begin <- reactive(tryCatch(ask(ask_first_day), warehouse_error = function(error) as.Date(NA)))
    first_day <- reactive(if (is.na(data_begin())) this_day() else data_begin())
    start <- parse_address(isolate(session$clientData$url_search), isolate(this_day()), as.Date(NA))
    chosen <- filters_server("filters", start$filters, reactive(this_day()), data_begin, function(filters) {
      tryCatch(ask(ask_filter_values, filters), warehouse_error = function(error) NULL)
    })
    shown_tab <- reactive(if (is.null(input$tab)) start$tab else input$tab)
    output$chips <- renderUI(narrowing_chips(
      NS("filters"), chosen$shown(), narrowing_note(shown_tab(), chosen$shown(), choices$value("funnel"))
    ))
    observeEvent(input$show_everything, chosen$show_everything())
    choices <- tab_choices(isolate(session$clientData$url_search))
    address <- follow_address(input, session, chosen, choices, start$tab)
    saved_views_server("views", ask, records$saved, address, isolate(session$clientData$url_search))
    observe(session$sendCustomMessage("filters", filters_key(chosen$shown())))

    board <- list(
      filters = chosen$value, choices = choices, ask = ask, freshness = fresh$data, first_day = first_day,
      time_zone = time_zone, currency = config$currency, today = reactive(this_day()), record = records$done,
      done = reactive(ask(ask_done, changes = records$done$changes())),
      money_in = function(currency) money_formatter(config$locale, currency)
    )
    today_server("today", board)
    overview_server("overview", board)
    funnel_server("funnel", board)
    products_server("products", board)
    carts_server("carts", board)
    marketing_server("marketing", board)
    customers_server("customers", board)
    pages_server("pages", board)
    time_server("time", board)
    actions_server("actions", board)
    books_server("books", board)
    trust_server("trust", board)
    behind_server("behind", board, shown_tab)
    events_server("events", board, shown_tab)
  }
}
