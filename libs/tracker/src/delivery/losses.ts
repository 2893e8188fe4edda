import type { LOSS_REPORT as NAME_IN_CONTRACT } from '@clickstream/event-schema';
import type { TextStorage } from '../visitor/browser-storage';

/**
 * Reasons why an event was dropped: too many waited, it could not be kept until it was sent, or the
 * server rejects it.
 */
export type LossReason = 'queue_full' | 'storage_failed' | 'rejected';

/**
 * The contract's name of the event that reports lost events. Importing it as a value would take
 * seven more bytes.
 */
export const LOSS_REPORT: typeof NAME_IN_CONTRACT = 'tracker_events_lost';

const PREFIX = 'clickstream.lost.';

/** Counts a loss until it is reported, by this page or a later one. */
export function countLoss(storage: TextStorage, reason: LossReason, lost: number): void {
  if (lost > 0) storage.set(PREFIX + reason, String(lost + Number(storage.get(PREFIX + reason))));
}

/** True when a count is in memory only, and is lost with the page. */
export function areLossesFleeting(storage: TextStorage): boolean {
  return storage.keysFrom(PREFIX).some(storage.isFleeting);
}

/** Reports the counts by reason, and forgets them. */
export function reportLosses(
  storage: TextStorage,
  report: (lost: { lost: number; reason: string }) => void,
): void {
  for (const key of storage.keysFrom(PREFIX)) {
    const lost = Number(storage.get(key));
    // Forgotten first: queueing the report may displace other events, which are counted again.
    storage.forget(key);
    report({ lost, reason: key.slice(PREFIX.length) });
  }
}
