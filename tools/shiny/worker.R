# Asks the warehouse for the dashboard, which starts it with the folder for questions and answers: see
# R/worker_process.R.
folder <- commandArgs(trailingOnly = TRUE)
script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)[1])
if (!isTRUE(l10n_info()[["UTF-8"]])) invisible(Sys.setlocale("LC_CTYPE", "C.UTF-8"))
for (file in c("warehouse_connection.R", "worker_process.R")) source(file.path(dirname(script), "R", file))

settings <- readRDS(file.path(folder, "settings"))
# It holds the password.
unlink(file.path(folder, "settings"))
# Loaded before the first question comes.
invisible(lapply(c("DBI", "RPostgres", "RPostgreSQL"), requireNamespace, quietly = TRUE))
answer_questions(folder, open_warehouse(settings), file("stdin", "r"))
