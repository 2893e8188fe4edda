#' Design tokens from the brand's style sheet, so that shop and dashboard always look alike.
#'
#' @param path a copy of libs/brand/src/tokens.css
#' @return list(light, dark): named character vectors of the `--color-*` values, without the prefix.
#' @section Errors: if a palette is missing.
read_tokens <- function(path) {
  css <- paste(readLines(path, warn = FALSE, encoding = "UTF-8"), collapse = "\n")
  dark_at <- regexpr("@media (prefers-color-scheme: dark)", css, fixed = TRUE)
  if (dark_at < 0) stop("No dark palette in ", path, call. = FALSE)
  tokens <- list(light = colours_in(substr(css, 1, dark_at)), dark = colours_in(substring(css, dark_at)))
  if (length(tokens$light) == 0 || !setequal(names(tokens$light), names(tokens$dark))) {
    stop("The light and dark palettes in ", path, " do not define the same colours", call. = FALSE)
  }
  tokens
}

colours_in <- function(css) {
  found <- regmatches(css, gregexpr("--color-[a-z-]+:\\s*#[0-9a-fA-F]{6}", css))[[1]]
  stats::setNames(sub(".*(#[0-9a-fA-F]{6})$", "\\1", found), sub("^--color-([a-z-]+):.*", "\\1", found))
}

#' The Bootstrap theme of the page. Dark mode comes from the media query in tokens.css; the light values set
#' Bootstrap's defaults. No font comes from a font host.
dashboard_theme <- function(tokens) {
  light <- as.list(tokens$light)
  # Newer versions of bslib start from a preset; older ones know plain Bootstrap only.
  plain <- if ("preset" %in% names(formals(bslib::bs_theme))) list(preset = "bootstrap")
  do.call(bslib::bs_theme, c(plain, list(
    version = 5,
    bg = light$surface, fg = light$ink,
    primary = light$accent, success = light$good, warning = light$warn, danger = light$bad,
    base_font = "'Inter Variable', system-ui, sans-serif"
  )))
}
