#' "How this is counted": the definition in words and, for each set of numbers on the tab, SQL over
#' public.clickstream_events that returns the same numbers. The product promises that every number can be
#' proved. The statements deliberately repeat the counting rules on the events instead of reading the facts
#' that the dashboard reads: an error in the facts shows as a difference. The SQL is meant to be read, so it
#' contains filters as literals, not as parameters.

#' @param words paragraphs
#' @param proofs list of list(id, title, sql); the SQL has the id "<tab>-sql-<id>" in the page
#' @param source name of what the statements count
proof_panel <- function(tab, words, proofs, source = "the events themselves") {
  tags$details(
    class = "proof", id = paste0(tab, "-counting"),
    tags$summary("How this is counted"),
    tags$div(
      class = "proof-words", lapply(words, tags$p),
      tags$p(
        sprintf("Paste a statement into psql on clickstream_dw. It counts %s, with the current", source),
        "filters."
      )
    ),
    lapply(proofs, function(proof) {
      id <- paste(tab, "sql", proof$id, sep = "-")
      tags$div(
        class = "proof-sql",
        tags$div(
          class = "proof-head", tags$h3(proof$title),
          tags$button(type = "button", class = "action", `data-copy` = id, "Copy SQL")
        ),
        # White space is significant in <pre>, and htmltools indents nested tags.
        tags$pre(tabindex = "0", .noWS = "inside", tags$code(id = id, proof$sql, .noWS = "outside"))
      )
    })
  )
}
