#' The cards of prices and discounts.

#' @param rows result of ask_bands()
#' @param discounted result of ask_discounted()
bands_cards <- function(ns, rows, discounted, board) {
  money <- board$money_in(board$currency)
  tags$div(
    class = "bands",
    band_card(ns, "price", bands_of(rows, "price"), "Price paid for a piece", board),
    band_card(ns, "discount", bands_of(rows, "discount"), "Discount on a piece", board),
    vain_card(ns, vain_discounts(discounted), money)
  )
}

band_card <- function(ns, kind, bands, heading, board) {
  money <- board$money_in(board$currency)
  address <- paste0("bands.csv", address_of("products", board$filters()))
  card(
    bands_sentence(bands, kind, money),
    paste(
      "Lines of orders in", board$currency, "\u00b7 gross, as placed \u00b7 the ranges hold for all",
      "rows of a column together in 95 of 100 cases"
    ),
    if (nrow(bands) > 0) tagList(
      tags$a(class = "action download", href = address, download = "bands.csv", "Download CSV"),
      tags$div(class = "table-frame", tags$table(
        id = ns(paste0(kind, "-bands")), class = "products sources",
        tags$thead(tags$tr(
          tags$th(scope = "col", heading),
          lapply(c("Pieces", "Orders", "Revenue", "Share"), number_heading)
        )),
        tags$tbody(lapply(seq_len(nrow(bands)), function(i) band_row(ns, kind, bands[i, ], money)))
      ))
    )
  )
}

band_row <- function(ns, kind, band, money) {
  id <- function(what) ns(paste(kind, band$band, what, sep = "-"))
  range <- function(name, write) {
    limit <- function(side, round) write(in_three_digits(band[[paste(name, side, sep = "_")]], round))
    tags$small(paste(limit("lower", floor), "\u2013", limit("upper", ceiling)))
  }
  units <- behind_number(bar_text(paste0(kind, "-band"), band$band), band$units, format_count(band$units))
  tags$tr(
    tags$th(scope = "row", band_label(kind, band$band, money)),
    number_cell(id("units"), band$units, units, "Pieces", range("units", format_count)),
    number_cell(
      id("orders"), band$orders, format_count(band$orders), "Orders", range("orders", format_count)
    ),
    number_cell(id("revenue"), band$revenue, money(band$revenue), "Revenue", range("revenue", money)),
    number_cell(id("share"), band$share, format_share(band$share), "Share")
  )
}

#' The number of discounts shown.
MOST_VAIN <- 5

vain_card <- function(ns, lost, money) {
  shown <- utils::head(lost, MOST_VAIN)
  items <- data.frame(
    key = shown$product_id, label = shown$name, value = shown$lower,
    note = sprintf(
      "%s views with the discount, %s without; %s to %s", format_count(shown$cut_views),
      format_count(shown$full_views), money(shown$lower), money(shown$upper)
    )
  )
  judged <- attr(lost, "judged")
  card(
    vain_sentence(lost, money),
    tagList(
      "Revenue that the views with a discount would have brought at the product\u2019s rate without it,",
      "at least \u00b7",
      number_tag(tags$span, ns("judged"), judged, format_count(judged)), plural(judged, "product"),
      sprintf("seen %d times or more both ways", FEWEST_VIEWS_AT_PRICE),
      "\u00b7 days may differ in more than the price"
    ),
    if (nrow(items) > 0) bar_list(ns("vain"), items, strong = seq_len(nrow(items)) == 1, write = money)
  )
}
