const DAY_MS = 86_400_000;

/** Days of events in each warehouse: what the largest profile keeps. */
export const DAYS = 90;

/** The end of those days: within a month, so that the next hours go into a full partition. */
export const ENDS_AT = Date.UTC(2026, 8, 26);

export const SPAN_MS = DAYS * DAY_MS;

export const LAST_DAY = dayBefore(1);

/** The day that is compacted: the last whole one, as visits end a few hours early or late. */
export const COMPACTED_DAY = dayBefore(2);

/** The first of so many days up to the last. */
export function dayBefore(days: number): string {
  return new Date(ENDS_AT - days * DAY_MS).toISOString().slice(0, 10);
}
