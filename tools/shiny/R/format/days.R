#' Formats of days, hours and moments.

#' Month and weekday names in English, the language of the interface, whatever the machine's locale.
MONTHS <- c("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS <- c("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

#' Date -> "23 Nov" or "23 Nov 2026"
format_day <- function(day, year = FALSE) {
  parts <- as.POSIXlt(day)
  paste0(parts$mday, " ", MONTHS[parts$mon + 1], if (year) paste0(" ", parts$year + 1900) else "")
}

#' The label of a point of a line: 14 -> "14:00" for an hour, otherwise the day, or the first day of its week.
point_label <- function(at, bucket) if (bucket == "hour") sprintf("%02d:00", at) else format_day(at)

#' c(from, to) -> "25 Oct \u2013 23 Nov 2026"
format_days <- function(from, to) {
  if (from == to) {
    return(format_day(from, year = TRUE))
  }
  same_year <- format(from, "%Y") == format(to, "%Y")
  paste0(format_day(from, year = !same_year), " \u2013 ", format_day(to, year = TRUE))
}

#' A moment on the shop's clock: "23 Nov 2026, 16:20"
format_moment <- function(moment, time_zone) {
  local <- as.POSIXlt(moment, tz = time_zone)
  paste0(format_day(as.Date(format(local, "%Y-%m-%d")), year = TRUE), ", ", format(local, "%H:%M"))
}

#' "2026-11-23 16:20:05" -> "23 Nov 2026, 16:20:05"
format_second <- function(text) {
  paste0(format_day(as.Date(substr(text, 1, 10)), year = TRUE), ", ", substr(text, 12, 19))
}

#' Seconds -> "3 h 12 min", for the time since the last load
format_duration <- function(seconds) {
  minutes <- floor(seconds / 60)
  if (minutes < 60) {
    return(paste(max(minutes, 0), "min"))
  }
  if (minutes < 48 * 60) {
    return(paste(minutes %/% 60, "h", minutes %% 60, "min"))
  }
  paste(minutes %/% (24 * 60), "days")
}

#' 20 -> "20:00\u201321:00"
format_hour_span <- function(hour) sprintf("%02d:00\u2013%02d:00", hour, (hour + 1) %% 24)
