#' Pages that are drawn once for all readers who open the same tab with the same filters.

#' Bytes of kept pages; one has 16 KB.
KEPT_PAGES <- 4 * 1024^2

#' @param page function(req) that returns the response for the page
#' @param key function(req) that returns all that the page depends on
#' @return the same function, which draws a page once for each key
kept_pages <- function(page, key) {
  force(page)
  kept <- cachem::cache_mem(max_size = KEPT_PAGES)
  function(req) {
    name <- rlang::hash(key(req))
    response <- kept$get(name)
    if (cachem::is.key_missing(response)) {
      response <- page(req)
      if (identical(as.integer(response$status), 200L)) kept$set(name, response)
    }
    response
  }
}
