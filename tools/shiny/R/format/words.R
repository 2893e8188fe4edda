#' Words and lists of words inside sentences.

#' A text with a capital first letter: "more than half" -> "More than half"
capital <- function(text) paste0(toupper(substr(text, 1, 1)), substring(text, 2))

#' The label of a group: "logged_in" -> "Logged in"
group_label <- function(group) capital(gsub("_", " ", group))

#' 1, "order" -> "order"; 2, "order" -> "orders"; 2, "search" -> "searches"
plural <- function(n, word) {
  if (round(n) == 1) word else paste0(word, if (grepl("(ch|sh|s|x)$", word)) "es" else "s")
}

#' c("a", "b", "c") -> "a, b and c"
in_words <- function(parts) {
  n <- length(parts)
  if (n < 2) paste(parts) else paste(paste(parts[-n], collapse = ", "), "and", parts[n])
}
