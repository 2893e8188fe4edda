#' Views of the dashboard that readers save under a name, for all readers. They change without a load, so the
#' answer about them is of the moment.

LONGEST_VIEW_NAME <- 80
MOST_VIEWS <- 200

#' $1 the number of changes made here so far: an answer from before the last one is not used again.
SQL_VIEWS <- "
SELECT view_id::float8, name, address
FROM public.saved_views
WHERE $1::integer IS NOT NULL
ORDER BY lower(name)"

#' One row per view, by name: view_id, name, address.
ask_views <- function(warehouse, time_zone, version, changes = 0) warehouse$ask(SQL_VIEWS, list(changes))

#' What ask_views() returns while nothing is saved.
NO_VIEWS <- data.frame(view_id = numeric(), name = character(), address = character())

#' $1 name, $2 address, $3 the most views. No row comes back if there is a view of that name, or no room.
SQL_SAVE_VIEW <- "
INSERT INTO public.saved_views (name, address)
SELECT $1::text, $2::text WHERE (SELECT count(*) FROM public.saved_views) < $3::integer
ON CONFLICT DO NOTHING
RETURNING view_id::float8"

#' $1 the new name, $2 the view, $3 the name that the reader saw: of two who rename it at once, the second is
#' asked to look again.
SQL_RENAME_VIEW <- "
UPDATE public.saved_views SET name = $1
WHERE view_id = $2::bigint AND name = $3
  AND NOT EXISTS (
    SELECT FROM public.saved_views other WHERE lower(other.name) = lower($1) AND other.view_id <> $2::bigint
  )
RETURNING view_id::float8"

#' $1 the view, $2 the name that the reader saw.
SQL_DELETE_VIEW <- "
DELETE FROM public.saved_views WHERE view_id = $1::bigint AND name = $2 RETURNING view_id::float8"

#' The statement of a click, or what is wrong with it. A browser may send anything; the address is that which
#' the server shows.
#'
#' @param click list(change = "save", "rename" or "delete", name, id)
#' @param views result of ask_views()
#' @return list(sql, params, said: the sentence if it works) or list(problem), a sentence
change_of_views <- function(click, views, address) {
  change <- choice_of(click$change, c("save", "rename", "delete"), "")
  view <- views[views$view_id %in% suppressWarnings(as.numeric(click$id)), , drop = FALSE]
  if (change == "" || (change != "save" && nrow(view) != 1)) {
    return(list(problem = "This view is not in the list any more: nothing was changed."))
  }
  if (change == "delete") {
    return(list(
      sql = SQL_DELETE_VIEW, params = list(exact_number(view$view_id), view$name),
      said = sprintf("Deleted \u201c%s\u201d, for all readers.", view$name)
    ))
  }
  name <- view_name(click$name)
  others <- views$name[!views$view_id %in% if (change == "rename") view$view_id]
  problem <- problem_of_name(name, others)
  if (is.null(problem) && change == "save" && nrow(views) >= MOST_VIEWS) {
    problem <- sprintf("There are %d views already. Delete one of them first.", MOST_VIEWS)
  }
  if (!is.null(problem)) {
    return(list(problem = problem))
  }
  if (change == "rename") {
    return(list(
      sql = SQL_RENAME_VIEW, params = list(name, exact_number(view$view_id), view$name),
      said = sprintf(
        "\u201c%s\u201d is now \u201c%s\u201d. Links with the old name end here.", view$name, name
      )
    ))
  }
  list(
    sql = SQL_SAVE_VIEW, params = list(name, address, MOST_VIEWS),
    said = sprintf("Saved as \u201c%s\u201d, for all readers.", name)
  )
}

#' A name without spaces at its ends, "" for anything that is not a text.
view_name <- function(name) {
  is_text <- is.character(name) && length(name) == 1 && !is.na(name) && validUTF8(name)
  if (is_text) trimws(name) else ""
}

#' What is wrong with the name of a view, or NULL.
problem_of_name <- function(name, others) {
  if (!nzchar(name)) {
    return("Give the view a name first.")
  }
  if (nchar(name) > LONGEST_VIEW_NAME) {
    return(sprintf(
      "A name has at most %d characters, this one has %d: nothing was saved.", LONGEST_VIEW_NAME, nchar(name)
    ))
  }
  if (grepl("[[:cntrl:]]", name)) {
    return("A name is one line without control characters: nothing was saved.")
  }
  same <- others[tolower(others) == tolower(name)]
  if (length(same) > 0) sprintf("There is a view \u201c%s\u201d already: choose another name.", same[1])
}

#' The sentence about a change.
#'
#' @param answer rows of the statement, or a `warehouse_error`
changed_sentence <- function(change, answer) {
  if (inherits(answer, "warehouse_error")) {
    return(paste("Nothing was changed.", conditionMessage(answer), "Try again."))
  }
  if (nrow(answer) == 0) {
    return("Somebody has just changed the views. Look at the list, and try again if need be.")
  }
  change$said
}

#' What a link to a view by its name leads to: list(address), or list(problem), a sentence.
view_named <- function(name, views) {
  name <- view_name(name)
  found <- views[tolower(views$name) == tolower(name), , drop = FALSE]
  if (nrow(found) == 1) {
    return(list(address = found$address))
  }
  list(problem = sprintf(
    "There is no saved view \u201c%s\u201d: it may have been renamed or deleted. This is the usual view.",
    substr(name, 1, LONGEST_VIEW_NAME)
  ))
}
