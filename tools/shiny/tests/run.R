# Runs the R tests and writes {passed, failed, skipped, failures} to the file named by its one argument.
arguments <- commandArgs(trailingOnly = TRUE)
if (!isTRUE(l10n_info()[["UTF-8"]])) invisible(Sys.setlocale("LC_CTYPE", "C.UTF-8"))

# Without it R asks systemd for the machine's zone, which no test depends on.
if (!nzchar(Sys.getenv("TZ"))) Sys.setenv(TZ = "UTC")

shared <- testthat::test_env()
invisible(testthat::source_test_helpers("tests/testthat", shared))
# testthat runs the files of one folder, not those of its subfolders.
folders <- unique(dirname(list.files("tests/testthat", "^test-.*\\.R$", recursive = TRUE, full.names = TRUE)))
tests <- do.call(c, lapply(folders, function(folder) {
  cat("\n", folder, "\n", sep = "")
  unclass(testthat::test_dir(
    folder, env = shared, load_helpers = FALSE, reporter = "summary", stop_on_failure = FALSE,
    load_package = "none"
  ))
}))
results <- as.data.frame(structure(tests, class = "testthat_results"))
failed <- results$failed > 0 | results$error
counts <- c(passed = sum(!failed & !results$skipped), failed = sum(failed), skipped = sum(results$skipped))
if (length(arguments) == 1) {
  failures <- lapply(tests[failed], function(one) {
    is_broken <- function(said) inherits(said, c("expectation_failure", "expectation_error"))
    broken <- Filter(is_broken, one$results)
    list(
      title = paste(one$file, if (is.na(one$test)) "outside a test" else one$test, sep = ": "),
      message = strsplit(trimws(conditionMessage(broken[[1]])), "\n", fixed = TRUE)[[1]][1]
    )
  })
  writeLines(jsonlite::toJSON(c(as.list(counts), list(failures = failures)), auto_unbox = TRUE), arguments)
}
cat(sprintf("R: %d passed, %d failed, %d skipped\n", counts[1], counts[2], counts[3]))
quit(status = if (counts[["failed"]] > 0) 1 else 0)
