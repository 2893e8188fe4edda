import { timeOf } from './event-time';

/** A clock that is at most this much ahead of ours is trusted. */
export const TRUSTED_AHEAD_MS = 60_000;

/**
 * A request on a slow network arrives minutes after it was sent, so an accurate clock seems to be
 * behind.
 */
export const TRUSTED_BEHIND_MS = 5 * 60_000;

/**
 * Milliseconds by which the clock of a browser is behind ours: the time of receipt minus the
 * browser's time of sending. An event that waited for days in the browser is not late because of
 * its clock, so only the moment of sending shows the offset.
 *
 * @param sentAt `sentAt` of the request, unchanged
 * @param receivedAt milliseconds since 1970, by the clock of ingest
 * @returns the milliseconds to add to its events' times; null for a right or unknown clock
 */
export function clockOffsetOf(sentAt: unknown, receivedAt: number | null | undefined): number | null {
  const sent = timeOf(sentAt);
  if (sent === undefined || sent === null || receivedAt === undefined || receivedAt === null) return null;
  const offset = receivedAt - sent;
  return offset > TRUSTED_BEHIND_MS || offset < -TRUSTED_AHEAD_MS ? offset : null;
}
