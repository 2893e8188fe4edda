#' Models side by side: net revenue, shared out among the channels six times.

#' @param credits channels of ask_credits()
models_side_by_side <- function(ns, credits, money) {
  channels <- channels_by_net(credits)
  card(
    "Net revenue by each model",
    "If First is higher than Last, a channel starts purchases; if Last is higher, it closes them",
    tags$div(class = "table-frame", tags$table(
      class = "products sources",
      tags$thead(tags$tr(tags$th(scope = "col", "Channel"), lapply(names(MODELS), number_heading))),
      tags$tbody(lapply(channels, function(channel) models_row(ns, credits, channel, money))),
      tags$tfoot(models_row(ns, credits, NULL, money))
    )),
    tags$dl(class = "model-rules", lapply(MODELS, function(model) {
      tagList(tags$dt(model_label(model)), tags$dd(MODEL_RULES[[model]]))
    })),
    tags$p(class = "caption", "More on the models: ", tags$code("docs/attribution-models.md"))
  )
}

#' @param channel NULL for the row of all channels
models_row <- function(ns, credits, channel, money) {
  key <- if (is.null(channel)) "total" else channel
  tags$tr(
    tags$th(scope = "row", if (is.null(channel)) "All channels" else channel_label(channel)),
    lapply(MODELS, function(model) {
      of_model <- credits$model == model & (is.null(channel) | credits$channel %in% channel)
      net <- sum(credits$net[of_model])
      number_cell(ns(paste("model", key, model, sep = "-")), net, money(net), model_label(model))
    })
  )
}

channels_by_net <- function(credits) {
  totals <- stats::aggregate(credits["net"], credits["channel"], sum)
  totals$channel[order(-totals$net, totals$channel)]
}
