test_that("the copy of the design tokens equals the brand's own file", {
  copy <- readLines(file.path(DASHBOARD, "www/tokens.css"), encoding = "UTF-8")
  source <- readLines(file.path(DASHBOARD, "../../libs/brand/src/tokens.css"), encoding = "UTF-8")
  expect_identical(copy, source)
})

test_that("both palettes are read from the tokens", {
  tokens <- read_tokens(file.path(DASHBOARD, "www/tokens.css"))
  expect_setequal(names(tokens$light), names(tokens$dark))
  expect_true(all(c("paper", "surface", "ink", "accent", "context", "good", "warn", "bad") %in% names(tokens$light)))
  expect_false(tokens$light[["paper"]] == tokens$dark[["paper"]])
})

test_that("tokens without a dark palette are refused", {
  file <- tempfile()
  writeLines(":root { --color-ink: #000000; }", file)
  expect_error(read_tokens(file), "No dark palette")
})

test_that("every colour that the style sheets use is a token", {
  known <- names(read_tokens(file.path(DASHBOARD, "www/tokens.css"))$light)
  for (file in grep("^styles/", STYLE_SHEETS, value = TRUE)) {
    css <- paste(readLines(file.path(DASHBOARD, "www", file)), collapse = "\n")
    used <- unique(regmatches(css, gregexpr("--color-[a-z-]+", css))[[1]])
    expect_equal(setdiff(sub("--color-", "", used), known), character(0))
    expect_false(grepl("#[0-9a-fA-F]{3,8}\\b", css))
  }
})

test_that("one answer holds every style sheet, in the order of the cascade", {
  www <- file.path(DASHBOARD, "www")
  expect_setequal(STYLE_SHEETS, list.files(www, pattern = "\\.css$", recursive = TRUE))
  answer <- style_sheets(www)(list())
  expect_equal(answer$content_type, "text/css; charset=UTF-8")
  texts <- vapply(file.path(www, STYLE_SHEETS), function(file) readChar(file, file.size(file), useBytes = TRUE), "")
  at <- vapply(texts, regexpr, 1L, rawToChar(answer$content), fixed = TRUE, useBytes = TRUE)
  expect_true(all(at > 0))
  expect_false(is.unsorted(at))
})

test_that("the Bootstrap theme carries the brand's accent and no web font", {
  theme <- dashboard_theme(read_tokens(file.path(DASHBOARD, "www/tokens.css")))
  css <- paste(unlist(lapply(bslib::bs_theme_dependencies(theme), function(dependency) {
    files <- file.path(dependency$src$file, unlist(dependency$stylesheet))
    vapply(files, function(file) paste(readLines(file, warn = FALSE), collapse = "\n"), "")
  })), collapse = "\n")
  accent <- read_tokens(file.path(DASHBOARD, "www/tokens.css"))$light[["accent"]]
  expect_true(grepl(paste0("--bs-primary: ", accent), css, ignore.case = TRUE))
  expect_false(grepl("fonts.googleapis|fonts.gstatic|url\\(['\"]?https?:", css))
})

test_that("fonts and icons are files of the dashboard itself", {
  css <- paste(readLines(file.path(DASHBOARD, "www/fonts.css")), collapse = "\n")
  files <- sub("url\\(['\"]?([^'\")]+)['\"]?\\)", "\\1", regmatches(css, gregexpr("url\\([^)]+\\)", css))[[1]])
  expect_length(files, 3)
  expect_true(all(file.exists(file.path(DASHBOARD, "www", files))))
})
