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

#' Sessions of the days that have orders, or resume another.
DEPENDING_SESSIONS <- paste0("dash.depending_sessions(", SINCE, ", ", UNTIL, ") s
    JOIN (
      SELECT session_id
      FROM public.sessions
    ) AS chosen USING (session_id)")

#' The funnel of sessions: the steps that each took by itself, and what its orders, or the session that it
#' resumes, add to them.
SESSION_STEPS <- paste0("(
    SELECT hour, login_state, is_bot, is_staff, channel, device, sessions, viewed, carted, checked_out,
           0 AS ordered
    FROM ", COUNTED_VISITS, "
    UNION ALL
    SELECT s.started_hour, s.login_state, s.is_bot, ", staff_of("s"), ", s.channel, s.device, 0,
           (s.viewed_at IS NOT NULL)::integer - (s.own_viewed_at IS NOT NULL)::integer,
           (s.carted_at IS NOT NULL)::integer - (s.own_carted_at IS NOT NULL)::integer,
           (s.checkout_at IS NOT NULL)::integer - (s.own_checkout_at IS NOT NULL)::integer,
           (s.ordered_at IS NOT NULL)::integer
    FROM ", DEPENDING_SESSIONS, "
  ) AS steps")

#' Orders of sessions that may have begun in the days: an order is not before its session, unless a clock was
#' corrected.
ORDERS_OF_SESSIONS <- paste0("(
    SELECT session_id, order_id, currency, gross
    FROM public.orders
    WHERE session_id IS NOT NULL AND shopper_at >= ", SINCE, "
    UNION ALL
    SELECT o.session_id, o.order_id, o.currency, o.gross
    FROM public.sessions c JOIN public.orders o USING (session_id)
    WHERE c.is_clock_corrected AND o.shopper_at < ", SINCE, "
  ) AS told")
