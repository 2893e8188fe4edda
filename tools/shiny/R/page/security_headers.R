#' Security headers of every response.

#' Inline styles are allowed, because style attributes place bars and points. Inline scripts are not.
CONTENT_SECURITY_POLICY <- c(
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:",
  "font-src 'self'", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'"
)

#' @param host the address that the browser uses, from the request
security_headers <- function(host = NULL) {
  # Some browsers do not count the page's websocket as 'self'.
  is_host <- is.character(host) && length(host) == 1 &&
    grepl("^([A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+\\])(:[0-9]+)?$", host, useBytes = TRUE)
  socket <- if (is_host) paste0(" ws://", host, " wss://", host)
  list(
    "Content-Security-Policy" = paste(
      c(CONTENT_SECURITY_POLICY, paste0("connect-src 'self'", socket)), collapse = "; "
    ),
    "X-Content-Type-Options" = "nosniff",
    "X-Frame-Options" = "DENY",
    "Referrer-Policy" = "no-referrer",
    "Permissions-Policy" = "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy" = "same-origin",
    "Cross-Origin-Resource-Policy" = "same-origin"
  )
}

with_security_headers <- function(response, host) {
  response$headers <- utils::modifyList(as.list(response$headers), security_headers(host))
  response
}

#' Gives the files of scripts and styles that Shiny's web server also serves at "/", outside the mount, the
#' same headers. Files that do not exist there go to the mount.
protect_static_files <- function(servers = httpuv::listServers()) {
  headers <- unlist(security_headers())
  for (server in servers) {
    server$setStaticPathOption(headers = headers, fallthrough = TRUE)
    # www/ at "/", where other methods than GET would get a response without these headers.
    server$removeStaticPath("/")
  }
}
