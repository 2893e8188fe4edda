#' Buttons that set the form to count as other products do.

#' Presets of dash.funnel_presets, by their name on the screen.
PRESET_LABELS <- c(
  ga4 = "GA4", ga4_directly_followed = "GA4, directly followed", posthog = "PostHog",
  posthog_strict = "PostHog, strict", posthog_any = "PostHog, any order", shopify = "Shopify"
)

#' @param presets result of ask_funnel_presets(), or NULL while it has not arrived
builder_presets <- function(presets) {
  if (is.null(presets)) {
    return(NULL)
  }
  tags$div(
    class = "own-presets", role = "group", `aria-label` = "Count these steps as another product does",
    tags$span("Count as"), lapply(seq_len(nrow(presets)), function(i) {
      settings <- preset_settings(presets$definition[i])
      if (!is.null(settings)) tags$button(
        type = "button", class = "action",
        `data-preset` = as.character(jsonlite::toJSON(settings, auto_unbox = TRUE)),
        preset_label(presets$preset[i])
      )
    })
  )
}

preset_label <- function(preset) {
  if (preset %in% names(PRESET_LABELS)) PRESET_LABELS[[preset]] else group_label(preset)
}

#' The settings of a preset as parts of the form, without its steps; NULL if the form cannot show them.
preset_settings <- function(json) {
  given <- jsonlite::parse_json(json)
  window <- strsplit(given$window, " ", fixed = TRUE)[[1]]
  is_direct <- identical(given$watch, "all") && isTRUE(given$strict_deduplication)
  settings <- list(
    unit = given$unit, order = if (is_direct) "direct" else given$order, entry = given$entry,
    count = window[1], of = sub("s$", "", window[2])
  )
  is_known <- settings$unit %in% OWN_UNITS && settings$order %in% OWN_ORDERS &&
    settings$entry %in% OWN_ENTRIES && settings$of %in% names(OWN_SPANS)
  known <- c("steps", "unit", "order", "entry", "window", "watch", "strict_deduplication")
  if (is_known && all(names(given) %in% known) && (is_direct || is.null(given$watch))) settings
}
