#' Figures of pages and searches.

#' Choices of terms: the name on the screen, and the value.
TERM_CHOICES <- c("All searches" = "all", "Found nothing" = "nothing")

#' The fewest uses from which a term or page is compared. Others are only shown.
FEWEST_USES <- 30

#' All searches together: searches, known (with a number of results), empty, opened, carted, orders, net.
search_total <- function(terms) {
  counted <- c("searches", "empty", "unknown", "opened", "carted", "orders", "net")
  total <- as.list(colSums(terms[counted]))
  total$known <- total$searches - total$unknown
  total
}

#' The terms of one choice, the most searched first; for "nothing", those that found nothing most often.
#'
#' @param terms result of ask_searches()
terms_of <- function(terms, choice) {
  terms$known <- terms$searches - terms$unknown
  terms$empty_share <- share_of(terms$empty, terms$known)
  terms$opened_share <- share_of(terms$opened, terms$searches)
  terms$is_left <- is_less_opened(terms)
  if (choice != "nothing") {
    return(terms)
  }
  none <- terms[terms$empty > 0, , drop = FALSE]
  none[order(-none$empty, none$term), , drop = FALSE]
}

#' TRUE for terms with results after which products are viewed significantly less often than after all others:
#' Newcombe's interval of the difference, corrected for all terms (Bonferroni).
is_less_opened <- function(terms) {
  is_compared <- terms$searches >= FEWEST_USES & terms$empty < terms$searches
  others <- sum(terms$searches) - terms$searches
  limits <- share_difference_interval(
    terms$opened, terms$searches, sum(terms$opened) - terms$opened, pmax(others, 1),
    certainty_of_each(sum(is_compared))
  )
  is_compared & others > 0 & limits$upper < 0
}

#' The share of searches without results, and its change from the previous period.
#'
#' @param before result of ask_searches_before(), or NULL if that period is incomplete
#' @return a data frame: share, lower, upper; before, change and its limits (differences of shares), or NA
empty_change <- function(total, before) {
  limits <- share_interval(total$empty, total$known)
  now <- data.frame(share = share_of(total$empty, total$known), lower = limits$lower, upper = limits$upper)
  earlier <- if (is.null(before)) 0 else before$searches - before$unknown
  if (earlier == 0 || total$known == 0) {
    unknown <- c("before", "change", "change_lower", "change_upper")
    return(cbind(now, as.list(stats::setNames(rep(NA_real_, 4), unknown))))
  }
  limits <- share_difference_interval(total$empty, total$known, before$empty, earlier)
  share <- before$empty / earlier
  cbind(now, data.frame(
    before = share, change = now$share - share, change_lower = limits$lower, change_upper = limits$upper
  ))
}

#' The pages of one kind, with their shares, and whether their sessions bounce significantly more often, or
#' order significantly more or less often, than those of all others.
#'
#' @param pages result of ask_pages()
pages_of_kind <- function(pages, kind) {
  of <- pages[pages$kind == kind, , drop = FALSE]
  all <- pages[pages$kind == "all", ]
  is_compared <- of$sessions >= FEWEST_USES & of$sessions < sum(all$sessions)
  against_others <- function(column) {
    share_difference_interval(
      of[[column]], of$sessions, all[[column]] - of[[column]], pmax(all$sessions - of$sessions, 1),
      certainty_of_each(sum(is_compared))
    )
  }
  of$share <- share_of(of$sessions, sum(all$sessions))
  of$bounce_share <- share_of(of$bounced, of$sessions)
  of$conversion <- share_of(of$ordering, of$sessions)
  of$earned <- share_of(of$net, of$sessions)
  bounced <- against_others("bounced")
  ordering <- against_others("ordering")
  of$bounces_more <- is_compared & bounced$lower > 0
  of$sells_less <- is_compared & ordering$upper < 0
  of$sells_more <- is_compared & ordering$lower > 0
  of
}

#' The name of a page: its path.
page_label <- function(path) ifelse(nzchar(path), path, "Unknown")

#' The name of a term.
term_label <- function(term) ifelse(nzchar(term), term, "(empty)")
