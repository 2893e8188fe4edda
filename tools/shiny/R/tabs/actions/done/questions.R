#' The record of actions that were done. It changes without a load, so its answer is of the moment.

#' $1 the number of entries written here so far: an answer from before the last one is not used again.
SQL_DONE <- "
SELECT action_id::float8, newest_entry::float8, kind, key, label, topic, group_name AS \"group\",
       done_on::text, first_done_on::text, extract(epoch FROM recorded_at)::float8 AS recorded_at,
       counted_from::text, counted_to::text, login_state AS login, traffic, currency,
       gain::float8 AS point, gain_lower::float8 AS lower, gain_upper::float8 AS upper,
       part::float8, whole::float8, other_part::float8, other_whole::float8
FROM dash.done_actions
WHERE $1::integer IS NOT NULL
ORDER BY done_on DESC NULLS LAST, action_id DESC"

#' One row per action that was recorded, the latest first: kind, key and counts as of actions_among(), with
#' point, lower and upper of the promised gain in a month; done_on (NA once it is withdrawn), first_done_on,
#' recorded_at (seconds since 1970), the filters of the promise, and newest_entry, its last change.
ask_done <- function(warehouse, time_zone, version, changes = 0) {
  done <- warehouse$ask(SQL_DONE, list(changes))
  days <- c("done_on", "first_done_on", "counted_from", "counted_to")
  done[days] <- lapply(done[days], as.Date)
  done
}

#' The rows that are not withdrawn.
still_done <- function(done) done[!is.na(done$done_on), , drop = FALSE]

#' Carts in the shop's currency that were left for an hour or more, by whether anybody can be reminded. Comes
#' after CARTS_BEGUN.
PAUSED_CARTS <- "
SELECT CASE WHEN fact.user_id IS NOT NULL
              OR EXISTS (SELECT FROM public.identity_links link WHERE link.client_id = begun.client_id)
                AND begun.user_id IS NOT NULL
            THEN 'known' ELSE 'unknown' END AS reach,
       count(*)::float8 AS carts, count(*) FILTER (WHERE outcome = 'recovered')::float8 AS recovered,
       coalesce(sum(begun.value), 0)::float8 AS value
FROM begun
JOIN public.carts fact USING (cart_id)
WHERE outcome IN ('recovered', 'abandoned') AND is_own AND begun.value > 0
GROUP BY 1
ORDER BY 1"

#' At most two rows: reach ('known', 'unknown'), carts, recovered, value.
ask_paused_carts <- function(warehouse, filters, time_zone, version, currency) {
  sql <- paste0(CARTS_BEGUN, PAUSED_CARTS)
  remembered(warehouse, version, sql, c(filter_params(filters, time_zone), currency))
}
