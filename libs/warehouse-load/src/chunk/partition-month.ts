/** A UUIDv7 can carry times that have no date of four digits. */
const END_OF_DATES = Date.UTC(9999, 0, 1);
const HOUR_MS = 3_600_000;

/** The events of a chunk are from a few hours: the month of each hour is written once. */
const remembered = new Map<number, string>();
const REMEMBERED_HOURS = 10_000;

/**
 * The month whose partition an event belongs to, as its first day.
 *
 * @param eventId a UUID in lower case
 * @returns null for an id that carries no time, or one beyond the calendar
 */
export function partitionMonthOf(eventId: string): string | null {
  if (eventId.charAt(14) !== '7') return null;
  const time = Number.parseInt(eventId.slice(0, 8) + eventId.slice(9, 13), 16);
  if (time >= END_OF_DATES) return null;
  const hour = Math.floor(time / HOUR_MS);
  let month = remembered.get(hour);
  if (month === undefined) {
    if (remembered.size >= REMEMBERED_HOURS) remembered.clear();
    month = `${new Date(hour * HOUR_MS).toISOString().slice(0, 7)}-01`;
    remembered.set(hour, month);
  }
  return month;
}
