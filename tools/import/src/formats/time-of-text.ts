/** Order of day and month: 3/4/2026 is in April or in March. */
export type DateOrder = 'dmy' | 'mdy';

const ISO = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const NUMBERS = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * The time of an order, in milliseconds since 1970. Without a zone it is UTC.
 *
 * @returns the reason as a text when it cannot be read
 */
export function timeOfText(text: string, order: DateOrder | undefined): number | string {
  if (ISO.test(text)) {
    const hasZone = /[TZ ].*(Z|[+-]\d{2}:?\d{2})$/.test(text);
    const time = Date.parse(
      text.length === 10 || hasZone ? text.replace(' ', 'T') : `${text.replace(' ', 'T')}Z`,
    );
    return Number.isNaN(time) ? 'the date is not in the calendar' : time;
  }
  const found = NUMBERS.exec(text);
  if (!found) return 'the date cannot be read';
  if (order === undefined) return 'the date is day or month first: say which with --date-order dmy or mdy';
  const [one, two, year, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0));
  const [day, month] = order === 'dmy' ? [one, two] : [two, one];
  const time = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
  const date = new Date(time);
  const isInCalendar = date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
  return isInCalendar ? time : 'the date is not in the calendar';
}
