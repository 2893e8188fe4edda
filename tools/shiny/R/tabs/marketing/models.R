#' The attribution models, in words: docs/attribution-models.md.

MODELS <- c(
  "Last non-direct" = "last_non_direct", "Last" = "last", "First" = "first", "Linear" = "linear",
  "Position" = "position", "Time decay" = "time_decay"
)

#' The models inside a sentence.
MODEL_WORDS <- c(
  last_non_direct = "last non-direct visit", last = "last visit", first = "first visit",
  linear = "all visits equally", position = "first and last visit most", time_decay = "late visits more"
)

#' The rule of each model in one sentence.
MODEL_RULES <- c(
  last_non_direct = paste(
    "The order is credited to the last visit that was not direct, or to the last visit if all were direct."
  ),
  last = "The order is credited to the visit in which it was placed.",
  first = "The order is credited to the buyer\u2019s first visit in the 30 days before it.",
  linear = "Every visit in the 30 days before the order gets an equal share of it.",
  position = paste(
    "The first and the last visit get 40 % of the order each; the visits between them share the rest."
  ),
  time_decay = "A visit counts half as much for every seven days that it came before the order."
)

model_label <- function(model) names(MODELS)[MODELS == model]

#' A channel at the start of a row.
channel_label <- function(channel) {
  ifelse(channel == "ai_assistant", "AI assistant", group_label(channel))
}

#' A channel inside a sentence.
channel_words <- function(channel) ifelse(channel == "ai_assistant", "AI assistant", gsub("_", " ", channel))
