import { createHash } from 'node:crypto';
import { isUuid } from '@clickstream/event-schema';
import { derivedEventId } from '@clickstream/event-schema/raw-object';
import { idOf } from './field-values';

/** Where an event lies in the bucket. */
export interface EventPlace {
  readonly objectKey: string;
  /** From 1. */
  readonly line: number;
}

/**
 * The id of an event's row, the same for the same event however often it arrives: its own UUID; or, for an id of
 * another form, a UUID made of that text alone; or, without an id, one made of its object and line.
 */
export function eventIdOf(value: unknown, { objectKey, line }: EventPlace): string {
  const id = typeof value === 'string' && isUuid(value) ? value.toLowerCase() : idOf(value)?.trim();
  if (!id) return derivedEventId(objectKey, line);
  return isUuid(id) ? id.toLowerCase() : uuidOfText(id);
}

/** A UUID of version 8 (RFC 9562: free form), whose bits are SHA-256 of the text. */
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
