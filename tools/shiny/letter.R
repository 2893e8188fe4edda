# Writes the weekly letter: DW_SHINY_URL=postgres://... Rscript letter.R <file> <last day>, each '' for the
# usual one. npm run letter starts it. It prints one line about the letter, and ends with 1 if there is none.
script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)[1])
folder <- dirname(script)
if (!isTRUE(l10n_info()[["UTF-8"]])) invisible(Sys.setlocale("LC_CTYPE", "C.UTF-8"))
if (!nzchar(Sys.getenv("TZ"))) Sys.setenv(TZ = "UTC")
source(file.path(folder, "R", "load_sources.R"))
suppressPackageStartupMessages(library(shiny))
load_sources(file.path(folder, "R"), globalenv())

write_letter <- function(file, asked) {
  config <- read_config()
  board <- letter_board(open_warehouse(config$warehouse), config, today_in(config$time_zone))
  open_day <- min(open_day_of(board$freshness()$data_until, config$time_zone), board$today())
  to <- last_day_of_letter(asked, open_day, board$first_day())
  styles <- vapply(c("www/tokens.css", "letter.css"), function(name) {
    paste(readLines(file.path(folder, name), encoding = "UTF-8"), collapse = "\n")
  }, "")
  letter <- weekly_letter(board, to, paste(styles, collapse = "\n"))
  if (!nzchar(file)) file <- sprintf("letter-%s.html", to)
  writeLines(enc2utf8(letter$html), file, useBytes = TRUE)
  sprintf("Wrote %s: %s.", file, letter$line)
}

arguments <- commandArgs(trailingOnly = TRUE)
tryCatch(
  cat(write_letter(arguments[1], parse_day(arguments[2])), "\n", sep = ""),
  error = function(error) {
    cat("The letter was not written: ", conditionMessage(error), "\n", sep = "", file = stderr())
    quit(status = 1)
  }
)
