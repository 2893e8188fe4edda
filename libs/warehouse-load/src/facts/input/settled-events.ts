import { TRUSTED_AHEAD_MS, TRUSTED_BEHIND_MS } from '@clickstream/event-schema/normalize';
import type { FactRow } from './fact-row';

/**
 * Offsets with a smaller gap than this may belong to one clock: an event without an offset may have
 * any that is trusted.
 */
const SAME_CLOCK_MS = TRUSTED_AHEAD_MS + TRUSTED_BEHIND_MS;

/**
 * Two tabs that ask for a number at the same moment may get the same one. After a longer gap, the
 * count has started over.
 */
const SAME_MOMENT = "interval '1 second'";

/**
 * In SQL, the events of the sessions `$1` with settled times instead of the original ones, so
 * that no clock and no slow request puts the events of a browser out of order (ADR 0041). A
 * settled time is never later than the event's own; where no clock of the session was
 * corrected, it is the event's own.
 *
 * 1. Delay only makes an offset larger: among the offsets of one clock, the smallest is the most
 *    accurate. The clock of an event is known when it was corrected, or when its browser counts
 *    events and it needed no correction.
 * 2. No event happened after one that its browser counted later, unless the count starts over, as
 *    some do on each page.
 */
export function settledEvents(columns: readonly (keyof FactRow)[]): string {
  const others = columns.filter((column) => column !== 'event_timestamp');
  return `(
    SELECT ${others.join(', ')},
      CASE WHEN sequence IS NULL OR count(clock_offset_ms) OVER (PARTITION BY session_id) = 0
          OR max(apart) FILTER (WHERE sequence IS NOT NULL) OVER (PARTITION BY session_id) > ${SAME_MOMENT}
        THEN coalesce(by_clock, event_timestamp)
        ELSE min(by_clock) OVER (PARTITION BY session_id ORDER BY sequence DESC NULLS LAST)
      END AS event_timestamp
    FROM (
      SELECT *,
        event_timestamp - interval '1 ms' * (clock - min(clock) OVER (
          PARTITION BY session_id ORDER BY clock RANGE BETWEEN ${SAME_CLOCK_MS} PRECEDING AND CURRENT ROW
        )) AS by_clock,
        max(uncorrected_at) OVER same_number - min(uncorrected_at) OVER same_number AS apart
      FROM (
        SELECT *,
          event_timestamp - interval '1 ms' * coalesce(clock_offset_ms, 0) AS uncorrected_at,
          CASE WHEN clock_offset_ms IS NOT NULL OR sequence IS NOT NULL THEN coalesce(clock_offset_ms, 0) END AS clock
        FROM clickstream_events WHERE session_id = ANY($1)
      ) AS uncorrected
      WINDOW same_number AS (PARTITION BY session_id, sequence)
    ) AS corrected
  ) AS settled`;
}
