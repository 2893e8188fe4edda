#' The part "More filters" of the filter bar, and the chips above the tab.

#' A list longer than this is searched by typing.
LONGEST_MENU <- 12

#' Sessions of the days by channel, campaign, device and kind of visitor. `n` counts sessions.
SQL_SESSION_VALUES <- paste0(BOUNDS, "
SELECT CASE WHEN GROUPING(channel) = 0 THEN 'channel' WHEN GROUPING(utm_campaign) = 0 THEN 'campaign'
            WHEN GROUPING(device) = 0 THEN 'device' ELSE 'visitors' END AS name,
       coalesce(channel, utm_campaign, device, visitors) AS value, count(*)::float8 AS n
FROM (
  SELECT started_hour AS hour, login_state, is_bot, channel, utm_campaign, device,
         CASE WHEN is_first_visit THEN 'new' WHEN NOT is_first_visit THEN 'returning' ELSE 'unknown' END
           AS visitors,
         ", staff_of("sessions"), " AS is_staff
  FROM public.sessions
) AS begun
WHERE ", MATCHING, "
GROUP BY GROUPING SETS ((channel), (utm_campaign), (device), (visitors))
ORDER BY 1, 3 DESC, 2")

#' Products of the days by category and brand. `n` counts products.
SQL_PRODUCT_VALUES <- paste0(BOUNDS, "
SELECT CASE WHEN GROUPING(category) = 0 THEN 'category' ELSE 'brand' END AS name,
       coalesce(category, brand) AS value, count(*)::float8 AS n
FROM public.products
WHERE product_id IN (SELECT product_id FROM public.products_hourly WHERE ", MATCHING, ")
GROUP BY GROUPING SETS ((category), (brand))
ORDER BY 1, 3 DESC, 2")

#' The values that occur in the days, those of most sessions or products first: name, value, n.
ask_filter_values <- function(warehouse, filters, time_zone, version) {
  params <- filter_params(filters, time_zone)
  values <- asked_together(
    remembered(warehouse, version, SQL_SESSION_VALUES, params),
    remembered(warehouse, version, SQL_PRODUCT_VALUES, params)
  )
  values <- do.call(rbind, unname(values))
  values[!is.na(values$value) & nzchar(values$value), , drop = FALSE]
}

more_filters_ui <- function(ns) {
  tags$details(
    class = "more-filters", id = ns("more"), `data-open-input` = ns("more_open"),
    tags$summary("More filters"),
    tags$div(class = "more-sheet", uiOutput(ns("values")))
  )
}

#' A field for each narrowing.
#'
#' @param values result of ask_filter_values()
narrowing_fields <- function(ns, values, filters) {
  lapply(names(NARROWINGS), function(name) {
    narrowing_field(ns, name, values[values$name == name, , drop = FALSE], filters$only)
  })
}

narrowing_field <- function(ns, name, values, only) {
  chosen <- if (name %in% names(only)) only[[name]]
  # What a link names stays chosen, even if it does not occur in the days.
  if (!is.null(chosen) && !chosen %in% values$value) {
    values <- rbind(data.frame(name = name, value = chosen, n = 0, stringsAsFactors = FALSE), values)
  }
  id <- ns(paste0("only-", name))
  field <- if (nrow(values) > LONGEST_MENU) searched_field else menu_field
  tags$div(
    class = "narrowing", tags$label(`for` = id, NARROWINGS[[name]]$label),
    field(id, ns("only"), name, values, chosen)
  )
}

value_words <- function(name, values) {
  unit <- if (NARROWINGS[[name]]$of == "session") "session" else "product"
  vapply(seq_len(nrow(values)), function(i) sprintf(
    "%s (%s %s)", narrowing_value(name, values$value[i]), format_count(values$n[i]), plural(values$n[i], unit)
  ), "")
}

menu_field <- function(id, input, name, values, chosen) {
  words <- value_words(name, values)
  tags$select(
    id = id, `data-only` = name, `data-only-input` = input,
    tags$option(value = "all", "All"),
    lapply(seq_len(nrow(values)), function(i) tags$option(
      value = values$value[i], selected = if (identical(values$value[i], chosen)) NA, words[i]
    ))
  )
}

searched_field <- function(id, input, name, values, chosen) {
  words <- value_words(name, values)
  tagList(
    tags$input(
      id = id, type = "search", list = paste0(id, "-values"), value = chosen, autocomplete = "off",
      placeholder = sprintf("All %s: type to search", format_count(nrow(values))),
      maxlength = LONGEST_NARROWING, `data-only` = name, `data-only-input` = input
    ),
    tags$datalist(id = paste0(id, "-values"), lapply(seq_len(nrow(values)), function(i) {
      tags$option(value = values$value[i], words[i])
    }))
  )
}

#' The narrowings above the tab, each with a button that removes it; NULL without any.
#'
#' @param note result of narrowing_note()
narrowing_chips <- function(ns, filters, note) {
  words <- narrowings_in_words(filters)
  if (length(words) == 0) {
    return(NULL)
  }
  tagList(
    tags$ul(class = "chips", `aria-label` = "Only", lapply(names(words), function(name) tags$li(
      tags$button(
        type = "button", class = "chip", `data-input` = ns("only"), `data-value` = paste0(name, "=all"),
        `aria-label` = paste("Remove", words[[name]]), title = "Remove", words[[name]],
        tags$span(`aria-hidden` = "true", "\u00d7")
      )
    ))),
    if (!is.null(note)) tags$p(class = "caption", id = ns("not-applied"), note)
  )
}
