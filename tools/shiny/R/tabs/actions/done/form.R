#' The controls that record an action as done. done-on.js sends the day next to a pressed button.

#' The form of an action on its card: the day is today until it is changed, so one click is enough.
done_form <- function(ns, action, today) {
  done_fieldset(
    ns, action, today,
    done_button(ns, action, "done", "Mark as done", sprintf("Mark as done: %s", subject_words(action)))
  )
}

#' The form of an action in the list of done ones.
change_form <- function(ns, action, today) {
  subject <- subject_words(action)
  done_fieldset(
    ns, action, today, day = action$done_on,
    done_button(ns, action, "moved", "Change the day", paste("Change the day:", subject)),
    done_button(ns, action, "withdrawn", "Withdraw", paste("Withdraw:", subject))
  )
}

done_fieldset <- function(ns, action, today, ..., day = today) {
  tags$div(
    class = "done-form", role = "group", `aria-label` = paste("Record of", subject_words(action)),
    tags$label("Done on", tags$input(
      type = "date", `data-done-day` = NA, value = format(day), max = format(today)
    )),
    ...
  )
}

done_button <- function(ns, action, change, label, name) {
  tags$button(
    type = "button", class = "action", `data-done-input` = ns("record"), `data-change` = change,
    `data-kind` = action$kind, `data-key` = action$key, `aria-label` = name, label
  )
}

#' What an action is about, in a few words: "the page of Aero". For labels of charts and of buttons.
subject_words <- function(action) {
  switch(action$kind,
    product = paste("the page of", action$label),
    step = paste(
      step_words(action$topic), if (action$group == "device") "on" else "from", segment_words(action)
    ),
    campaign = paste("the campaign", action$label),
    cart = "reminders of abandoned carts",
    term = sprintf("the search \u201c%s\u201d", action$label)
  )
}
