import { timeOf } from './event-time';

/** A clock that is at most this much ahead of ours is taken at its word. */
export const TRUSTED_AHEAD_MS = 60_000;

/**
 * A request on a slow line arrives minutes after it was sent; so a clock seems
 * to be behind that is right.
 */
export const TRUSTED_BEHIND_MS = 5 * 60_000;

/**
 * Milliseconds by which the clock of a browser is behind ours: the time of receipt less the time
 * at which the browser says it sent the request. An event that waited there for days is not late by
 * its clock's fault, so only the moment of sending can tell.
 *
 * @param sentAt `sentAt` of the request, as it was given
 * @param receivedAt milliseconds since 1970, by the clock of ingest
 * @returns what is to be added to the times of its events; null when the clock is right or unknown
 */
export function clockOffsetOf(sentAt: unknown, receivedAt: number | null | undefined): number | null {
  const sent = timeOf(sentAt);
  if (sent === undefined || sent === null || receivedAt === undefined || receivedAt === null) return null;
  const offset = receivedAt - sent;
  return offset > TRUSTED_BEHIND_MS || offset < -TRUSTED_AHEAD_MS ? offset : null;
}
