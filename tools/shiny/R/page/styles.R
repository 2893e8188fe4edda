#' The style sheets of the page, sent in one response.

#' Files of www/ in the order of the cascade: tokens before the rules that use them, rules for phones after
#' those that they override.
STYLE_SHEETS <- paste0(c(
  "fonts", "tokens",
  paste0("styles/", c(
    "page", "header", "filters", "more-filters", "saved-views", "states", "cards", "tables", "sources",
    "actions", "today", "proof", "behind", "controls", "funnel-builder", "phone"
  )),
  paste0("styles/charts/", c("tiles", "trend", "bars", "deltas", "funnel", "heatmap", "marks", "phone"))
), ".css")

#' Their path under the mount: in the folder of fonts.css, whose font addresses are relative to it.
STYLES_PATH <- "/brand/styles.css"

#' @param folder www/
#' @return function(req) that returns all of them, for mounted_at()
style_sheets <- function(folder) {
  files <- file.path(normalizePath(folder), STYLE_SHEETS)
  function(req) {
    parts <- lapply(files, function(file) readBin(file, "raw", file.size(file)))
    httpResponse(200L, CONTENT_TYPES[["css"]], unlist(parts))
  }
}
