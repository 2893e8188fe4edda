# Queries the warehouse for the dashboard, which starts this process with the folder for queries and answers:
# see R/warehouse/worker_process.R.
folder <- commandArgs(trailingOnly = TRUE)
script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)[1])
if (!isTRUE(l10n_info()[["UTF-8"]])) invisible(Sys.setlocale("LC_CTYPE", "C.UTF-8"))
sources <- file.path(dirname(script), "R")
source(file.path(sources, "load_sources.R"))
load_sources(sources, globalenv(), c("warehouse/connection.R", "warehouse/worker_process.R"))

settings <- readRDS(file.path(folder, "settings"))
# The file contains the password.
unlink(file.path(folder, "settings"))
# Loaded before the first query.
invisible(lapply(c("DBI", "RPostgres", "RPostgreSQL"), requireNamespace, quietly = TRUE))
answer_questions(folder, open_warehouse(settings), file("stdin", "r"))
