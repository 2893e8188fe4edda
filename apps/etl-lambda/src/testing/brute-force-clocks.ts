import type { PlainEvent } from './plain-event';

const MINUTE = 60_000;

/**
 * The events with the settled times of ADR 0041 by their definition, in order, without using the
 * code under test.
 */
export function bruteForceSettled(events: readonly PlainEvent[]): PlainEvent[] {
  return inOrder(
    events.map((e) =>
      e.session === null
        ? e
        : {
            ...e,
            at: settledTime(
              e,
              events.filter(({ session }) => session === e.session),
            ),
          },
    ),
  );
}

export function inOrder(events: readonly PlainEvent[]): PlainEvent[] {
  return [...events].sort(
    (a, b) => a.at - b.at || (a.sequence ?? -1) - (b.sequence ?? -1) || (a.id < b.id ? -1 : 1),
  );
}

function settledTime(e: PlainEvent, session: readonly PlainEvent[]): number {
  if (session.every(({ offset }) => offset === null)) return e.at;
  const byClock = (one: PlainEvent) => {
    const clock = clockOf(one);
    if (clock === null) return one.at;
    const alike = session.map(clockOf).filter((o) => o !== null && o <= clock && clock - o <= 6 * MINUTE);
    return browserTimeOf(one) + Math.min(...alike.map(Number));
  };
  const hasNewCount = session.some((one) =>
    session.some(
      (other) =>
        one.sequence !== null &&
        other.sequence === one.sequence &&
        Math.abs(browserTimeOf(one) - browserTimeOf(other)) > 1_000,
    ),
  );
  if (e.sequence === null || hasNewCount) return byClock(e);
  const place = e.sequence;
  const later = session.filter(({ sequence }) => sequence !== null && sequence >= place);
  return Math.min(...later.map(byClock));
}

/** Time by the browser's clock. */
const browserTimeOf = (e: PlainEvent): number => e.at - (e.offset ?? 0);

/** Known state of the clock: how far behind it is. */
const clockOf = (e: PlainEvent): number | null => e.offset ?? (e.sequence === null ? null : 0);
