import { digitsFrom, randomBytes } from './digits';

/**
 * A new event id: a UUIDv7 (RFC 9562 §5.7), 48 bits of Unix time in milliseconds and 72 random
 * bits. Its code is shorter than {@link uuidV7From}, since every page loads it.
 *
 * @param now milliseconds since 1970, by default the clock of this machine
 */
export function newEventId(now: number = Date.now()): string {
  const digits = now.toString(16).padStart(12, '0') + digitsFrom(randomBytes(18), 16);
  return digits.replace(/(.{8})(.{4})(...)(...)/, '$1-$2-7$3-8$4-');
}

/**
 * Writes a UUIDv7 from its two parts.
 *
 * @param time milliseconds since 1970; cut to a whole number from 0 to 2⁴⁸−1
 * @param tail at least ten bytes, of which 74 bits are used
 */
export function uuidV7From(time: number, tail: Uint8Array): string {
  const milliseconds = Math.min(Math.max(Math.trunc(time) || 0, 0), 2 ** 48 - 1);
  // A copy, in which the version 7 and the variant 0b10 replace six bits.
  const bytes = new Uint8Array(tail.subarray(0, 10));
  bytes[0] = (Number(bytes[0]) & 0x0f) | 0x70;
  bytes[2] = (Number(bytes[2]) & 0x3f) | 0x80;
  const tailHex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const digits = milliseconds.toString(16).padStart(12, '0') + tailHex;
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True when the text is a UUID of any version, in the form with hyphens. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The time that a UUIDv7 carries, in milliseconds since 1970, or null for any other text. */
export function timeOfEventId(id: string): number | null {
  if (!isUuid(id) || id.charAt(14) !== '7') return null;
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
