#' All HTTP responses of the dashboard: the page under its path (Shiny itself serves pages at "/" only), its
#' routes, and the files of its scripts and styles. No request reaches Shiny's other handlers, so that every
#' response has the same headers, refusals included. The websocket's path is relative to the page and is
#' accepted anywhere.

#' @param prefix such as "/sbw_dashboard"
#' @param page function(req) that returns the response for the page, requested at "/"
#' @param routes named list of function(req) that return a response, or a promise of one, by path under the
#'   prefix ("/products.csv")
#' @return an HTTP handler for Shiny
mounted_at <- function(prefix, page, routes = list()) {
  # The new handler replaces this one in the app, so it has to be evaluated before that.
  force(page)
  answer <- function(req) {
    path <- if (validUTF8(req$PATH_INFO)) req$PATH_INFO else ""
    if (!identical(req$REQUEST_METHOD, "GET")) {
      return(refusal(405L, "Only GET and HEAD are allowed.", headers = list(Allow = "GET, HEAD")))
    }
    if (path %in% c("/", prefix)) {
      return(redirect(paste0(prefix, "/", req$QUERY_STRING)))
    }
    below <- if (startsWith(path, paste0(prefix, "/"))) substring(path, nchar(prefix) + 1) else ""
    if (below == "/") {
      req$PATH_INFO <- "/"
      page(req)
    } else if (below %in% names(routes)) {
      routes[[below]](req)
    } else {
      file_response(resource_file(below))
    }
  }
  function(req) {
    host <- req$HTTP_HOST
    protect <- function(response) with_security_headers(response, host)
    fail <- function(error) {
      message("A request failed: ", conditionMessage(error))
      protect(refusal(500L, "The request failed. The details are in the log."))
    }
    response <- tryCatch(answer(req), error = fail)
    if (promises::is.promising(response)) promises::then(response, protect, fail) else protect(response)
  }
}

redirect <- function(location) {
  httpResponse(302L, "text/plain; charset=UTF-8", "", headers = list(Location = location))
}

refusal <- function(status, text, headers = list()) {
  httpResponse(status, "text/plain; charset=UTF-8", text, headers = headers)
}

#' The file behind "/<resource>/<path>", or NULL: a regular file inside the folder of a registered Shiny
#' resource.
resource_file <- function(path) {
  parts <- strsplit(path, "/", fixed = TRUE)[[1]]
  folders <- resourcePaths()
  is_plain <- length(parts) >= 3 && !any(parts[-1] %in% c("", ".", ".."))
  if (!is_plain || !parts[2] %in% names(folders)) {
    return(NULL)
  }
  file <- do.call(file.path, as.list(c(folders[[parts[2]]], parts[-(1:2)])))
  if (isTRUE(file_test("-f", file))) file
}

CONTENT_TYPES <- c(
  js = "text/javascript; charset=UTF-8", css = "text/css; charset=UTF-8", svg = "image/svg+xml",
  woff2 = "font/woff2", woff = "font/woff", map = "application/json", png = "image/png"
)

file_response <- function(file) {
  if (is.null(file)) {
    return(refusal(404L, "This page does not exist. The dashboard is at /sbw_dashboard/."))
  }
  type <- CONTENT_TYPES[tolower(tools::file_ext(file))]
  type <- if (is.na(type)) "application/octet-stream" else unname(type)
  httpResponse(200L, type, list(file = file, owned = FALSE))
}
