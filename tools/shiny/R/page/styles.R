#' The style sheets of the page, which the browser gets in one answer.

#' Files of www/ in the order of the cascade: the tokens before what is drawn with them, a phone's rules after
#' those that they change.
STYLE_SHEETS <- paste0(c(
  "fonts", "tokens",
  paste0("styles/", c(
    "page", "header", "filters", "states", "cards", "tables", "sources", "proof", "controls", "phone"
  )),
  paste0("styles/charts/", c("tiles", "trend", "bars", "funnel", "heatmap", "marks", "phone"))
), ".css")

#' Where they are found under the mount: in the folder of fonts.css, which names its fonts from there.
STYLES_PATH <- "/brand/styles.css"

#' @param folder www/
#' @return function(req) that gives all of them, for mounted_at()
style_sheets <- function(folder) {
  files <- file.path(normalizePath(folder), STYLE_SHEETS)
  function(req) {
    parts <- lapply(files, function(file) readBin(file, "raw", file.size(file)))
    httpResponse(200L, CONTENT_TYPES[["css"]], unlist(parts))
  }
}
