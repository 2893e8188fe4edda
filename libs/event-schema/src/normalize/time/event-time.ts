import { timeOfPlainText } from './plain-time';

/** Earlier times are not those of a web shop's events, but of a clock that was never set. */
export const EARLIEST_EVENT_TIME = Date.UTC(2000, 0, 1);

/** The end of the last year with four digits in text: PostgreSQL does not read more. */
export const LATEST_TIME = Date.UTC(10_000, 0, 1) - 1;

/**
 * The longest time by which an event may happen after its receipt: clocks run fast, and keys of
 * whole days name no hour.
 */
export const LATEST_AFTER_RECEIPT_MS = 24 * 3_600_000;

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?) ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** The same without punctuation (`20191001T000000Z`), and with slashes (`2019/10/01 00:00:00`). */
const ISO_BASIC = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(.*)$/i;
const YEAR_FIRST = /^(\d{4})\/(\d{2})\/(\d{2})(?=[T ]|$)/;

/** `String(new Date())`: `Tue Oct 01 2019 00:00:00 GMT+0700 (Indochina Time)`. */
const SCRIPT_DATE = /^[a-z]{3} ([a-z]{3}) (\d{2}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT([+-]\d{4})(?: \(.*\))?$/i;

/** RFC 2822, as mail and HTTP headers write times: `Tue, 01 Oct 2019 00:00:00 GMT`. */
const RFC_2822 =
  /^(?:[a-z]{3}, ?)?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{2}:\d{2}(?::\d{2})?)(?: (Z|UTC?|GMT|[+-]\d{4}))?$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAMED_UTC = /^(?:UTC?|GMT)$/i;

/** The length of the longest time. */
const MAX_CHARACTERS = 100;

const EPOCH = /^\d{9,19}(\.\d{1,9})?$/;

/**
 * A time in the form `2026-11-23T08:00:00.000Z`. Most are already in it, and are used unchanged.
 *
 * @param given the value from which the time was read
 */
export function isoText(time: number, given: unknown): string {
  return typeof given === 'string' && timeOfPlainText(given) !== null ? given : new Date(time).toISOString();
}

/**
 * The time of a value, in milliseconds since 1970: ISO 8601 (without a zone it is UTC), RFC 2822,
 * the text of JavaScript's Date, or seconds, milliseconds, microseconds or nanoseconds since 1970,
 * distinguished by their size.
 *
 * @returns undefined when there is no value, null when it cannot be read
 */
export function timeOf(value: unknown): number | null | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'number') return timeOfEpoch(value);
  if (typeof value !== 'string') return null;
  const plain = timeOfPlainText(value);
  if (plain !== null) return plain;
  const text = value.trim().slice(0, MAX_CHARACTERS);
  if (EPOCH.test(text)) return timeOfEpoch(Number(text));
  const [, date, clock = '00:00', zone = 'Z'] = ISO.exec(inIsoForm(text)) ?? isoPartsOf(text);
  if (date === undefined || !isInCalendar(date)) return null;
  return numberOrNull(Date.parse(`${date}T${clock.replace(',', '.')}${offsetOf(zone)}`));
}

function inIsoForm(text: string): string {
  const basic = ISO_BASIC.exec(text);
  if (!basic) return text.replace(YEAR_FIRST, '$1-$2-$3');
  const [, year, month, day, hour, minute, second, rest] = basic;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${rest}`;
}

/** The parts of a time of RFC 2822, as those of ISO 8601. */
function isoPartsOf(text: string): readonly (string | undefined)[] {
  const [, day = '', month = '', year, clock, zone] = RFC_2822.exec(mailForm(text)) ?? [];
  if (year === undefined) return [];
  const number = String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
  return [text, `${year}-${number}-${day.padStart(2, '0')}`, clock, zone];
}

const mailForm = (text: string): string => text.replace(SCRIPT_DATE, '$2 $1 $3 $4 $5');

function offsetOf(zone: string): string {
  if (NAMED_UTC.test(zone)) return 'Z';
  return zone.length === 3 ? `${zone}:00` : zone.toUpperCase();
}

function timeOfEpoch(epoch: number): number | null {
  if (!(epoch > 0)) return null;
  if (epoch < 1e11) return Math.trunc(epoch * 1e3);
  if (epoch < 1e14) return Math.trunc(epoch);
  if (epoch < 1e17) return Math.trunc(epoch / 1e3);
  if (epoch < 1e20) return Math.trunc(epoch / 1e6);
  return null;
}

/** The events of an object are from a few hours: their day is looked up once. */
let rememberedDay = '';

/** `Date.parse` accepts February 30th as a day in March. */
function isInCalendar(date: string): boolean {
  if (date === rememberedDay) return true;
  const midnight = Date.parse(`${date}T00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date)) return false;
  rememberedDay = date;
  return true;
}

const numberOrNull = (time: number): number | null => (time <= LATEST_TIME ? time : null);
