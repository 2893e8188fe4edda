#' The queries of a funnel of the reader's own steps, all over functions of schema `dash` (docs/funnels.md).

#' $1 first day, $2 last day (counted), $3 time zone, $4 moment at which to stop before the last day ends, or
#' 'infinity', $5 the definition. R never puts any of them into the text of a query.
OWN_BOUNDS <- "
WITH bounds AS (
  SELECT ($1::date)::timestamp AT TIME ZONE $3 AS since,
         LEAST(($2::date + 1)::timestamp AT TIME ZONE $3, $4::timestamptz) AS until, $5::jsonb AS definition
)"

SQL_OWN_FUNNEL <- paste0(OWN_BOUNDS, "
SELECT step, event, units::float8, pending::float8, lost::float8, median_seconds, p90_seconds,
       revenue::text AS revenue
FROM bounds, LATERAL dash.funnel(definition, since, until)
ORDER BY step")

#' The most groups in an answer.
MOST_GROUPS <- 200

#' The groups with the most units; `groups` is the number of all groups.
SQL_OWN_GROUPS <- paste0(OWN_BOUNDS, ", counted AS (
  SELECT f.*, max(units) OVER (PARTITION BY group_1, group_2) AS entered
  FROM bounds, LATERAL dash.funnel(definition, since, until) AS f
), ranked AS (
  SELECT *, dense_rank() OVER (ORDER BY entered DESC, group_1, group_2) AS place FROM counted
)
SELECT place::float8, (SELECT max(place) FROM ranked)::float8 AS groups, group_1, group_2, step, event,
       units::float8, pending::float8, lost::float8, median_seconds, p90_seconds, revenue::text AS revenue
FROM ranked
WHERE place <= ", MOST_GROUPS, "
ORDER BY place, step")

SQL_OWN_EXITS <- paste0(OWN_BOUNDS, "
SELECT step, next_event, units::float8
FROM bounds, LATERAL dash.funnel_exits(definition, since, until)
ORDER BY step, units DESC, next_event")

#' The query itself, with its parameters filled in.
SQL_OWN_SQL <- paste0(OWN_BOUNDS, "
SELECT dash.funnel_sql(dash.checked_funnel(definition), since, until) AS counting,
       to_char(since AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS since,
       to_char(until AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS until
FROM bounds")

SQL_EVENT_NAMES <- paste0(BOUNDS, "
SELECT DISTINCT event_name
FROM dash.activity_hourly
WHERE ", MATCHING, "
ORDER BY 1")

SQL_FUNNEL_PRESETS <- "SELECT preset, definition::text AS definition FROM dash.funnel_presets"

own_params <- function(filters, time_zone, definition, breakdown = character(0), until = NULL) {
  c(
    filter_params(filters, time_zone, until)[c(1:3, 6)], definition_json(definition, filters, breakdown)
  )
}

#' One row per step.
#'
#' @param until a moment before the end of the last day at which to stop, or NULL
ask_own_funnel <- function(warehouse, filters, time_zone, version, definition, until = NULL) {
  remembered(warehouse, version, SQL_OWN_FUNNEL, own_params(filters, time_zone, definition, until = until))
}

#' One row per group and step, the group with the most units first.
ask_own_groups <- function(warehouse, filters, time_zone, version, definition) {
  remembered(
    warehouse, version, SQL_OWN_GROUPS, own_params(filters, time_zone, definition, definition$breakdown)
  )
}

#' One row per step and next event, NA for those who did nothing more.
ask_own_exits <- function(warehouse, filters, time_zone, version, definition) {
  remembered(warehouse, version, SQL_OWN_EXITS, own_params(filters, time_zone, definition))
}

ask_own_sql <- function(warehouse, filters, time_zone, version, definition) {
  remembered(
    warehouse, version, SQL_OWN_SQL, own_params(filters, time_zone, definition, definition$breakdown)
  )
}

#' The names of the events of the days, in the order of the alphabet.
ask_event_names <- function(warehouse, filters, time_zone, version) {
  remembered(warehouse, version, SQL_EVENT_NAMES, filter_params(filters, time_zone))$event_name
}

ask_funnel_presets <- function(warehouse, time_zone, version) {
  remembered(warehouse, version, SQL_FUNNEL_PRESETS, list())
}
