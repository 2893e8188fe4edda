#' "How this is counted": the definition in words and, for each set of numbers on the tab, SQL over
#' public.clickstream_events that gives the very same numbers: the promise of the product is that every number
#' can be proved. The statements repeat the counting rules on purpose, from the events themselves, instead of
#' reading the facts that the dashboard reads: a fault in the facts shows as a difference. The texts are meant
#' to be read: filters stand in them as literals, not as parameters.

#' @param words paragraphs
#' @param proofs list of list(id, title, sql); the SQL is found in the page under id "<tab>-sql-<id>"
#' @param source what the statements count
proof_panel <- function(tab, words, proofs, source = "the events themselves") {
  tags$details(
    class = "proof", id = paste0(tab, "-counting"),
    tags$summary("How this is counted"),
    tags$div(
      class = "proof-words", lapply(words, tags$p),
      tags$p(
        sprintf("Paste a statement into psql on clickstream_dw: it counts %s, with the filters", source),
        "that are set now."
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
        # White space counts in here, and htmltools indents what it nests.
        tags$pre(tabindex = "0", .noWS = "inside", tags$code(id = id, proof$sql, .noWS = "outside"))
      )
    })
  )
}
