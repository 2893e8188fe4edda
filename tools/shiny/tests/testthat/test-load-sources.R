SOURCES <- file.path(DASHBOARD, "R")

# The names that a file defines.
defined_in <- function(file) {
  into <- new.env(parent = globalenv())
  load_sources(SOURCES, into, file)
  ls(into)
}

# The result of loading into an empty environment, which sees packages but none of the dashboard's names.
loaded <- function(files) {
  into <- new.env(parent = parent.env(globalenv()))
  load_sources(SOURCES, into, files)
  ls(into)
}

test_that("every folder is loaded, however deep it is", {
  names <- loaded(source_files(SOURCES))
  expect_true(all(c("read_config", "trend_chart", "overview_server") %in% names))
  expect_setequal(names, unlist(lapply(source_files(SOURCES), defined_in)))
})

test_that("except for the file loaded first, the order of files does not matter", {
  others <- setdiff(source_files(SOURCES), LOADED_FIRST)
  expect_error(backwards <- loaded(c(LOADED_FIRST, rev(others))), NA)
  expect_setequal(backwards, loaded(source_files(SOURCES)))
})

test_that("no two files define the same name", {
  names <- unlist(lapply(source_files(SOURCES), defined_in))
  expect_equal(names[duplicated(names)], character(0))
})

test_that("Shiny loads nothing from there by itself, however the dashboard is started", {
  into <- new.env(parent = globalenv())
  loadSupport(DASHBOARD, renv = into, globalrenv = NULL)
  expect_equal(ls(into), character(0))
})
