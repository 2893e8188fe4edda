import { createHash } from 'node:crypto';
import { isUuid } from '../ids/event-id';
import { derivedEventId } from '../raw-object';
import { idOf } from './field-values';

/** The location of an event in the bucket. */
export interface EventLocation {
  readonly objectKey: string;
  /** From 1. */
  readonly line: number;
}

/**
 * The placeholders of writers without an id; with them, all their events would be one. The first is
 * the nil UUID (RFC 9562).
 */
const NO_EVENT_ID: ReadonlySet<string> = new Set([
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '0',
  '-1',
]);

/**
 * The id of an event's row, the same for the same event however often it arrives: its UUID; for an
 * id of another form, a UUID derived from that text and from the browser, since many browsers count
 * from 1; without an id, one derived from its object and line.
 */
export function eventIdOf(
  value: unknown,
  clientId: string | null,
  { objectKey, line }: EventLocation,
): string {
  const isUsual = typeof value === 'string' && isUuid(value);
  const id = isUsual ? value.toLowerCase() : wholeId(value);
  if (!id || NO_EVENT_ID.has(id)) return derivedEventId(objectKey, line);
  if (isUsual || isUuid(id)) return id;
  return uuidOfText(clientId === null ? id : `${clientId}\n${id}`);
}

/**
 * An id with all its characters: if it were cut, two events could become one. A number that JSON
 * has rounded is not an id either.
 */
function wholeId(value: unknown): string | undefined {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return undefined;
  if (typeof value === 'boolean' || idOf(value) === null) return undefined;
  const id = String(value).trim();
  return isUuid(id) ? id.toLowerCase() : id;
}

/** A UUID of version 8 (RFC 9562: custom), whose bits are the SHA-256 of the text. */
function uuidOfText(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
