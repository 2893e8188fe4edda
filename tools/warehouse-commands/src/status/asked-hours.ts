import { UsageError } from '@clickstream/command-line';
import type { HourRange } from './ledger-report';

/** Arguments of `npm run status`. */
export interface StatusOptions {
  readonly hours?: string;
  readonly from?: string;
  readonly to?: string;
  readonly all?: boolean;
  readonly json?: boolean;
}

const DEFAULT_HOURS = 24;
const TIME = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}))?$/;

/**
 * The hours that the options ask for.
 *
 * @throws {UsageError} for an invalid number or time, or when `to` is before `from`
 */
export function askedHours({ hours, from, to, all }: StatusOptions): HourRange {
  if (hours !== undefined && !/^[1-9]\d{0,6}$/.test(hours)) {
    throw new UsageError(`--hours "${hours}" is not a number of hours.`);
  }
  const range = { from: from && hourOf(from, '00'), to: to && hourOf(to, '23') };
  if (range.from && range.to && range.to < range.from) throw new UsageError(`"${to}" is before "${from}".`);
  if (all || from || to) return range;
  return { ...range, latest: Number(hours ?? DEFAULT_HOURS) };
}

function hourOf(time: string, hourOfDay: string): string {
  const [, day = '', hour = hourOfDay] = TIME.exec(time) ?? [];
  const iso = `${day}T${hour}:00:00Z`;
  const at = new Date(iso);
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day)) {
    throw new UsageError(`"${time}" is not a UTC day or hour (YYYY-MM-DD or YYYY-MM-DDTHH).`);
  }
  return iso;
}
