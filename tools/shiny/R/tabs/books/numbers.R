#' Books: classes of orders and refunds, totals, coverage.

#' Names of the classes, and what to do about each; the first row that fits applies. "" fits any reason.
BOOK_CLASSES <- as.data.frame(matrix(c(
  "matched", "by_server", "Matched: told by the shop", "no browser told it: a blocker, or a closed page",
  "matched", "", "Matched", "the same amount on the same day",
  "missing", "no_consent", "Missing: no consent", "nothing to repair",
  "missing", "blocked", "Missing: nothing arrived", "consent was given; a blocker, or a closed page",
  "missing", "lost", "Missing: lost on the way", "its cart arrived: check the thank-you page",
  "missing", "staff", "Missing: staff", "ordered by somebody who works for the shop",
  "missing", "no_browser", "Missing: not by a browser", "by phone or in a store",
  "missing", "other_id", "Missing: reported under another id", "its cart has another id there",
  "missing", "order_missing", "Missing: its order is missing too", "goes with the missing order",
  "missing", "unknown", "Missing: reason unknown", "the shop noted nothing of the shopper",
  "extra", "other_id", "Only in analytics: under another id", "its cart has another id there",
  "extra", "bot", "Only in analytics: a bot", "a bot reported it: check who sends it",
  "extra", "staff", "Only in analytics: staff", "perhaps a test order",
  "extra", "no_order_id", "Only in analytics: no order id", "correct the sender",
  "extra", "day_not_closed", "Only in analytics: day not closed", "the file of this day is missing",
  "extra", "order_not_booked", "Only in analytics: order not booked", "its order is missing there too",
  "extra", "", "Only in analytics: reason unknown", "check who reported it",
  "doubled", "told_twice", "Reported twice, counted once", "for information; the totals are right",
  "doubled", "", "Counted twice: two ids", "one cart under two order ids: correct the sender",
  "wrong_amount", "", "Wrong amount", "compare the rows with the shop",
  "wrong_currency", "", "Wrong currency", "correct the currency that the sender names",
  "other_day", "", "On another day", "around midnight, or reported later; it evens out"
), ncol = 4, byrow = TRUE, dimnames = list(NULL, c("class", "reason", "label", "advice"))))

#' The row of BOOK_CLASSES for each class.
class_words <- function(class, reason) {
  rows <- vapply(seq_along(class), function(i) {
    fits <- BOOK_CLASSES$class == class[i] & (BOOK_CLASSES$reason == reason[i] | BOOK_CLASSES$reason == "")
    c(which(fits), NA)[1]
  }, 0)
  BOOK_CLASSES[rows, ]
}

#' Classes with their words, a row each: key, label, advice, entries; refunds are named as such.
book_classes <- function(classes) {
  all <- classes[is.na(classes$currency), ]
  words <- class_words(all$class, all$reason)
  refund <- all$kind == "refund"
  label <- ifelse(is.na(words$label), group_label(paste(all$class, all$reason)), words$label)
  all$label <- ifelse(refund, paste0("Refund: ", tolower(substr(label, 1, 1)), substring(label, 2)), label)
  all$advice <- ifelse(is.na(words$advice), "", words$advice)
  all$advice[refund & all$class == "missing" & all$reason == "unknown"] <- "no event reports it"
  all$key <- entry_key(all$kind, all$class, all$reason)
  all
}

entry_key <- function(kind, class, reason) {
  gsub("_", "-", paste0(kind, "-", class, ifelse(reason == "", "", paste0("-", reason))))
}

#' The differences of a class by currency, the shop's own first.
differences_of <- function(classes, one, currency) {
  rows <- classes[!is.na(classes$currency) & classes$kind == one$kind & classes$class == one$class &
    classes$reason == one$reason, ]
  rows[order(rows$currency != currency, rows$currency), ]
}

#' The class that an address names, or the first fault; NULL without any row.
entry_from <- function(key, classes) {
  if (nrow(classes) == 0) {
    return(NULL)
  }
  known <- book_classes(classes)
  asked <- which(known$key == key)
  differing <- which(known$class != "matched")
  known[c(asked, differing, 1)[1], ]
}

#' Both totals by currency, with what the classes explain and what is left.
explained_totals <- function(totals, classes) {
  by_currency <- classes[!is.na(classes$currency), ]
  totals$difference <- totals$books - totals$analytics
  totals$explained <- vapply(totals$currency, function(currency) {
    sum(by_currency$difference[by_currency$currency == currency])
  }, 0)
  totals$unexplained <- totals$difference - totals$explained
  totals
}

#' The groups of one dimension: key, booked, seen, share, lower, upper.
coverage_by <- function(coverage, by) {
  groups <- coverage[coverage$by == by, ]
  if (nrow(groups) == 0) {
    return(data.frame(key = character(), booked = numeric(), seen = numeric(), share = numeric()))
  }
  groups$share <- share_of(groups$seen, groups$booked)
  cbind(groups[c("key", "booked", "seen", "share")], share_interval(groups$seen, groups$booked))
}
