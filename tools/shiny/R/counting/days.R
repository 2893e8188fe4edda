#' Days in the shop's calendar.

#' The calendar day of a moment on the shop's clock.
day_of <- function(moment, time_zone) as.Date(format(moment, "%Y-%m-%d", tz = time_zone))

#' The hour of a moment on the shop's clock, 0 to 23.
hour_of <- function(moment, time_zone) as.integer(format(moment, "%H", tz = time_zone))

#' The current date on the shop's clock.
today_in <- function(time_zone) as.Date(format(Sys.time(), "%Y-%m-%d", tz = time_zone))

#' 1 for Monday to 7 for Sunday
weekday_of <- function(day) as.integer(format(day, "%u"))
