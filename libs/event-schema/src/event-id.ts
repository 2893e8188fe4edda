/**
 * A new event id: a UUIDv7 (RFC 9562 §5.7), 48 bits of Unix time in milliseconds and 74 random bits.
 *
 * @param now milliseconds since 1970, by default the clock of this machine
 */
export function newEventId(now: number = Date.now()): string {
  return uuidV7From(now, crypto.getRandomValues(new Uint8Array(10)));
}

/**
 * Writes a UUIDv7 from its two parts.
 *
 * @param time milliseconds since 1970; cut to a whole number from 0 to 2⁴⁸−1
 * @param tail at least ten bytes, of which 74 bits are used
 */
export function uuidV7From(time: number, tail: Uint8Array): string {
  const milliseconds = Math.min(Math.max(Math.trunc(time) || 0, 0), 2 ** 48 - 1);
  const timeHex = milliseconds.toString(16).padStart(12, '0');
  const tailHex = Array.from(tail.subarray(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((Number.parseInt(tailHex.charAt(4), 16) & 0x3) | 0x8).toString(16);
  return [
    timeHex.slice(0, 8),
    timeHex.slice(8),
    `7${tailHex.slice(1, 4)}`,
    `${variant}${tailHex.slice(5, 8)}`,
    tailHex.slice(8, 20),
  ].join('-');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text is a UUID of any version, in the form with hyphens. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The time that a UUIDv7 carries, in milliseconds since 1970, or null for any other text. */
export function timeOfEventId(id: string): number | null {
  if (!isUuid(id) || id.charAt(14) !== '7') return null;
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
