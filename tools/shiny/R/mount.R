#' Serves the page under a path of its own. Shiny answers at "/" only, but a page function sees every request
#' before Shiny's own handlers do: it takes the prefix off the path of everything that lies under the mount
#' (scripts, styles), and passes it on by giving NULL. The websocket's path is relative to the page and is
#' accepted anywhere.
#'
#' @param prefix such as "/sbw_dashboard"
#' @param page function(req) that gives the page's tags
#' @param routes named list of function(req) that give a response, by path under the prefix ("/products.csv")
#' @return a ui function for shinyApp(uiPattern = ".*")
mounted_at <- function(prefix, page, routes = list()) {
  function(req) {
    path <- req$PATH_INFO
    if (path %in% c("/", prefix)) {
      return(redirect(paste0(prefix, "/", req$QUERY_STRING)))
    }
    if (!startsWith(path, paste0(prefix, "/"))) {
      return(NULL)
    }
    below <- substring(path, nchar(prefix) + 1)
    if (below == "/") {
      return(page(req))
    }
    if (below %in% names(routes)) {
      return(routes[[below]](req))
    }
    req$PATH_INFO <- below
    NULL
  }
}

redirect <- function(location) {
  httpResponse(302L, "text/plain; charset=UTF-8", "", headers = list(Location = location))
}
