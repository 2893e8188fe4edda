const DAY_MS = 86_400_000;

/** The day of a time on the clock of a zone, YYYY-MM-DD. */
export function dayOf(time: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(time);
}

/** The day after. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

/** The moment at which a day begins on the clock of a zone, whatever summer time does. */
export function startOf(day: string, timeZone: string): Date {
  // The first moment of that day by bisection: no zone is further than a day from UTC.
  let before = Date.parse(`${day}T00:00:00Z`) - DAY_MS;
  let after = before + 2 * DAY_MS;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayOf(new Date(middle), timeZone) < day) before = middle;
    else after = middle;
  }
  return new Date(after);
}
