#' The attribution models, in words: docs/attribution-models.md.

MODELS <- c(
  "Last not direct" = "last_non_direct", "Last" = "last", "First" = "first", "Linear" = "linear",
  "Position" = "position", "Time decay" = "time_decay"
)

#' The models inside of a sentence.
MODEL_WORDS <- c(
  last_non_direct = "last visit that was not direct", last = "last visit", first = "first visit",
  linear = "all visits alike", position = "first and last visit most", time_decay = "late visits more"
)

#' Who is credited with an order, in one sentence for each model.
MODEL_RULES <- c(
  last_non_direct = paste(
    "The order belongs to the last visit that was not direct, or to the last one where all were."
  ),
  last = "The order belongs to the visit in which it was placed.",
  first = "The order belongs to the buyer\u2019s first visit of the 30 days before it.",
  linear = "Every visit of the 30 days before the order has an equal part of it.",
  position = paste(
    "The first and the last visit have 40 % of the order each; those between them share the rest."
  ),
  time_decay = "A visit counts half as much for every seven days that it lies before the order."
)

model_label <- function(model) names(MODELS)[MODELS == model]

#' A channel, as a row begins with it.
channel_label <- function(channel) {
  ifelse(channel == "ai_assistant", "AI assistant", group_label(channel))
}

#' A channel inside of a sentence.
channel_words <- function(channel) ifelse(channel == "ai_assistant", "AI assistant", gsub("_", " ", channel))
