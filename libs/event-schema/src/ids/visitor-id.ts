import { digitsFrom, randomBytes } from './digits';

const TIME_CHARACTERS = 8;
const RANDOM_CHARACTERS = 13;

/**
 * A new id for a browser or a session, which need not be a UUID: 21 characters, time first, so that
 * ids of one time are adjacent in an index. Each event carries two of them; each would take 15
 * bytes more as a UUID.
 *
 * @param now milliseconds since 1970, by default the clock of this machine
 */
export function newVisitorId(now: number = Date.now()): string {
  return now.toString(36).padStart(TIME_CHARACTERS, '0') + digitsFrom(randomBytes(RANDOM_CHARACTERS), 36);
}

/**
 * Writes a visitor id from its two parts, both in base 36.
 *
 * @param time milliseconds since 1970; eight characters hold it until 2059, and nine after that
 * @param tail thirteen random bytes, of which 67 bits are used
 */
export function visitorIdFrom(time: number, tail: Uint8Array): string {
  return time.toString(36).padStart(TIME_CHARACTERS, '0') + digitsFrom(tail, 36);
}
