#' Sessions of the days from two roll-ups that PostgreSQL keeps with each session (ADR 0081). People without
#' staff are counted by single sessions: the list of staff may change at any time.

NOT_SHOPPERS <- "WHERE $5 <> 'shoppers'"
SHOPPERS <- "WHERE $5 = 'shoppers'"

#' Sessions by hour and by what they have in common.
COUNTED_VISITS <- paste0("(
    SELECT hour, login_state, is_bot, is_staff, channel, device, nullif(utm_source, '') AS utm_source,
           nullif(utm_medium, '') AS utm_medium, nullif(utm_campaign, '') AS utm_campaign, sessions,
           of_browsers, viewed, carted, checked_out
    FROM public.visits_hourly
    ", NOT_SHOPPERS, "
    UNION ALL
    SELECT started_hour, login_state, is_bot, ", staff_of("sessions"), ", channel, device, utm_source,
           utm_medium, utm_campaign, 1, (client_id IS NOT NULL)::integer, (viewed_at IS NOT NULL)::integer,
           (coalesce(carted_at, checkout_at) IS NOT NULL)::integer, (checkout_at IS NOT NULL)::integer
    FROM public.sessions
    ", SHOPPERS, "
  ) AS visits")

#' Sessions of browsers that have more than one. Each of the others is a visitor of its own. Where sessions
#' are narrowed or read one by one, all of them are here.
REPEATED_VISITS <- paste0("(
    SELECT client_id, hour, login_state, is_bot, is_staff, sessions
    FROM public.repeat_visits
    ", NOT_SHOPPERS, "
    UNION ALL
    SELECT client_id, started_hour, login_state, is_bot, ", staff_of("sessions"), ", 1
    FROM public.sessions
    ", SHOPPERS, " AND client_id IS NOT NULL
  ) AS repeated")

#' Sessions with an order that may have begun in the days. An order is not before its session, unless a clock
#' was corrected.
BUYING <- paste0("(
    SELECT o.session_id FROM public.orders o WHERE o.session_id IS NOT NULL AND o.shopper_at >= ", SINCE, "
    UNION
    SELECT o.session_id FROM public.orders o JOIN public.sessions c USING (session_id)
      WHERE c.is_clock_corrected
  ) AS buying")
