#' The evidence of an action: the counts that it rests on, each in full under its id.

#' @param id function(what) that returns an id
action_evidence <- function(action, id, money) {
  number <- function(what, write = format_count) {
    number_tag(tags$b, id(gsub("_", "-", what)), action[[what]], write(action[[what]]))
  }
  share <- function(part, whole) format_share(share_of(action[[part]], action[[whole]]))
  switch(action$kind,
    product = tagList(
      number("whole"), "views,", number("part"), sprintf("add to carts (%s).", share("part", "whole")),
      sprintf("Other products in %s:", category_words(action$group)), number("other_whole"), "views,",
      number("other_part"), sprintf("add to carts (%s).", share("other_part", "other_whole"))
    ),
    step = tagList(
      number("part"), "of", number("whole"), sprintf(
        "sessions %s %s went from %s (%s);", if (action$group == "device") "on" else "from",
        segment_words(action), step_words(action$topic), share("part", "whole")
      ),
      if (action$group == "device") "on other devices" else "from other channels", number("other_part"), "of",
      number("other_whole"), sprintf("(%s).", share("other_part", "other_whole"))
    ),
    campaign = tagList(
      "It cost", number("other_whole", money), "and brought", number("whole"), "sessions with",
      number("part", format_credit), "orders, worth", number("other_part", money), "net."
    ),
    cart = tagList(
      number("whole"), sprintf("%s worth", plural(action$whole, "cart")), number("part", money), sprintf(
        "%s to known customers who have not bought since. Of all carts left for an hour or more,",
        if (action$whole == 1) "belongs" else "belong"
      ),
      number("other_part"), "of", number("other_whole"),
      sprintf("were bought later (%s).", share("other_part", "other_whole"))
    ),
    term = tagList(
      number("whole"), "searches,", number("group", function(n) format_count(as.numeric(n))),
      "of them without results; a product was opened after", number("part"),
      sprintf("(%s). After searches with results:", share("part", "whole")), number("other_part"), "of",
      number("other_whole"), sprintf("(%s).", share("other_part", "other_whole"))
    )
  )
}
