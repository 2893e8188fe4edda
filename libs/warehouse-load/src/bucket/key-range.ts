import { hourPrefix, type RawPrefix } from '@clickstream/event-schema/raw-object';

const [EVENTS_PREFIX, REJECTED_PREFIX] = [
  'events/',
  'rejected/',
] as const satisfies readonly `${RawPrefix}/`[];

/**
 * A range of key prefixes, including all keys that begin with either end. Both are under `events/`.
 */
export interface KeyRange {
  readonly from: string;
  readonly to: string;
}

/** A --from or --to that is not a UTC day or hour. */
export class InvalidTimeError extends Error {
  override name = 'InvalidTimeError';
}

const TIME = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}))?$/;

/**
 * The keys of a time range, from the first hour of `from` to the last of `to`.
 *
 * @param from `YYYY-MM-DD` or `YYYY-MM-DDTHH` in UTC; absent: from the beginning
 * @param to the same; absent: to the end
 * @returns undefined when neither is given
 * @throws {InvalidTimeError} when one is not such a time, or `to` is before `from`
 */
export function keyRangeOf({ from, to }: { from?: string; to?: string }): KeyRange | undefined {
  if (!from && !to) return undefined;
  const range = {
    from: from ? prefixOf(from) : EVENTS_PREFIX,
    to: to ? prefixOf(to) : `${EVENTS_PREFIX}9999/`,
  };
  if (range.to < range.from && !range.from.startsWith(range.to)) {
    throw new InvalidTimeError(`"${to}" is before "${from}".`);
  }
  return range;
}

/** True when a key is after the range, as all later keys are. */
export function isBeyond(key: string, range: KeyRange): boolean {
  return key > range.to && !key.startsWith(range.to);
}

/** The same hours of what ingest rejected. */
export function rejectedRange({ from, to }: KeyRange): KeyRange {
  return {
    from: from.replace(EVENTS_PREFIX, REJECTED_PREFIX),
    to: to.replace(EVENTS_PREFIX, REJECTED_PREFIX),
  };
}

/**
 * True when an object holds rejected events: they are counted, and loaded if today's code can read
 * them.
 */
export function isRejectedObject(key: string): boolean {
  return key.startsWith(REJECTED_PREFIX);
}

/** The prefixes of the hour of `now` and of those before it: `count` in all, latest last. */
export function recentHours(prefix: RawPrefix, now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    hourPrefix(prefix, new Date(now.getTime() - (count - 1 - index) * 3_600_000)),
  );
}

function prefixOf(time: string): string {
  const [, day, hour] = TIME.exec(time) ?? [];
  const at = new Date(`${day}T${hour ?? '00'}:00:00Z`);
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day ?? '-')) {
    throw new InvalidTimeError(`"${time}" is not a UTC day or hour (YYYY-MM-DD or YYYY-MM-DDTHH).`);
  }
  const prefix = hourPrefix('events', at);
  return hour === undefined ? prefix.slice(0, -'HH/'.length) : prefix;
}
