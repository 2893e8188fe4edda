# Starts the dashboard: DW_SHINY_URL=postgres://... Rscript run.R
# It listens on 127.0.0.1 only; on AWS it is reached through an SSM port forward.
folder <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)[1]))
setwd(folder)

# Product names are UTF-8: a server without a locale would garble them.
if (!isTRUE(l10n_info()[["UTF-8"]])) invisible(Sys.setlocale("LC_CTYPE", "C.UTF-8"))
# Every time is shown in the shop's zone. Without TZ, R would ask systemd for the machine's zone and warn.
if (!nzchar(Sys.getenv("TZ"))) Sys.setenv(TZ = "UTC")
source("R/load_sources.R")
load_sources("R", globalenv(), "config.R")

config <- tryCatch(read_config(), error = function(e) {
  cat("sbw_dashboard cannot start:", conditionMessage(e), "\n", file = stderr())
  quit(status = 2)
})
# Internal errors go to the log, not to the screen.
options(shiny.sanitize.errors = TRUE)
# Shiny takes this variable as a sign that it runs inside Shiny Server.
Sys.unsetenv("SHINY_PORT")
app <- tryCatch(shiny::shinyAppDir("."), error = function(e) {
  cat("sbw_dashboard cannot start:", conditionMessage(e), "\n", file = stderr())
  quit(status = 1)
})
cat(sprintf("sbw_dashboard: http://127.0.0.1:%d/sbw_dashboard\n", config$port))
tryCatch(
  shiny::runApp(app, host = "127.0.0.1", port = config$port, launch.browser = FALSE, quiet = TRUE),
  error = function(e) {
    cat("sbw_dashboard stopped:", conditionMessage(e), "\n", file = stderr())
    quit(status = 1)
  }
)
