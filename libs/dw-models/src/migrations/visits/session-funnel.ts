/** All sessions `s`, with the times of their orders. */
export const ALL_SESSIONS = `public.sessions s
        LEFT JOIN (
          SELECT session_id, array_agg(shopper_at) AS times
          FROM public.orders WHERE session_id IS NOT NULL GROUP BY session_id
        ) told USING (session_id)`;

/**
 * Sessions between `since` and `until` that have orders, or resume another. An order is not before
 * its session, unless a clock was corrected.
 */
export const DEPENDING_SESSIONS = `(
          SELECT session_id, array_agg(at) FILTER (WHERE at IS NOT NULL) AS times
          FROM (
            SELECT o.session_id, o.shopper_at AS at FROM public.orders o
            WHERE o.session_id IS NOT NULL AND o.shopper_at >= since
            UNION ALL
            SELECT o.session_id, o.shopper_at FROM public.orders o JOIN public.sessions c USING (session_id)
            WHERE c.is_clock_corrected AND o.shopper_at < since
            UNION ALL
            SELECT r.session_id, NULL FROM public.sessions r
            WHERE r.is_resumed AND r.started_hour >= since AND r.started_hour < until
          ) AS depending
          GROUP BY session_id
        ) told
        JOIN public.sessions s USING (session_id)`;

/** The steps of a session in the funnel, of `sessionFunnel`. */
export const FUNNEL_STEPS = `way.begins_at AS viewed_at,
          least(way.carted_at, way.checkout_at, step.ordered_at) AS carted_at,
          least(way.checkout_at, step.ordered_at) AS checkout_at,
          step.ordered_at`;

/**
 * Sessions with what their steps depend on: their orders, and what they resume.
 *
 * @param sessions relations `s` and `told`, with the times of the orders
 * @param once keeps PostgreSQL from working out the order again for each step
 */
export const sessionFunnel = (sessions: string, once: '' | 'OFFSET 0' = ''): string => `FROM ${sessions}
        CROSS JOIN LATERAL (
          SELECT s.is_resumed AND EXISTS (
            SELECT FROM public.sessions before
            WHERE before.client_id = s.client_id AND before.viewed_at IS NOT NULL
              AND before.started_at < s.started_at AND before.ended_at >= s.started_at - interval '24 hours'
          ) AS goes_on
        ) AS resumption
        CROSS JOIN LATERAL (
          SELECT CASE WHEN goes_on THEN s.started_at ELSE s.viewed_at END AS begins_at,
            CASE WHEN goes_on THEN s.resumed_carted_at ELSE s.carted_at END AS carted_at,
            CASE WHEN goes_on THEN s.resumed_checkout_at ELSE s.checkout_at END AS checkout_at
        ) AS way
        CROSS JOIN LATERAL (
          SELECT CASE WHEN told.times IS NOT NULL THEN
            (SELECT min(at) FROM unnest(told.times) AS at WHERE at >= way.begins_at) END AS ordered_at
          ${once}
        ) AS step`;
