#' What the field of a condition offers while the reader types: the categories and products of the days. They
#' are next to the form and not in it, so that new ones leave the reader's unfinished steps alone.

#' The most products offered: a browser shows only those that match what is typed.
MOST_SUGGESTED <- 500

#' @param products result of ask_products()
own_suggestions <- function(ns, products) {
  categories <- sort(unique(products$category))
  most_viewed <- utils::head(products[order(-products$views, products$product_id), ], MOST_SUGGESTED)
  list_of <- function(field, options) tags$datalist(id = ns(paste0("own-values-", field)), options)
  tagList(
    list_of("category", lapply(categories, function(category) tags$option(value = category))),
    list_of("product", lapply(seq_len(nrow(most_viewed)), function(i) {
      tags$option(value = most_viewed$product_id[i], most_viewed$name[i])
    }))
  )
}
