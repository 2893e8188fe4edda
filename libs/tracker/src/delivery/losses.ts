import type { LOSS_REPORT as NAME_IN_CONTRACT } from '@clickstream/event-schema';
import type { TextStorage } from '../visitor/browser-storage';

/**
 * Why an event was given up: too many waited, it could not be kept until it was
 * sent, the server refuses it.
 */
export type LossReason = 'queue_full' | 'storage_failed' | 'rejected';

/**
 * The contract's name of the event that reports lost events. Imported as a value,
 * it takes seven bytes more.
 */
export const LOSS_REPORT: typeof NAME_IN_CONTRACT = 'tracker_events_lost';

const PREFIX = 'clickstream.lost.';

/** Counts a loss until it is reported, by this page or a later one. */
export function countLoss(storage: TextStorage, reason: LossReason, lost: number): void {
  if (lost > 0) storage.set(PREFIX + reason, String(lost + Number(storage.get(PREFIX + reason))));
}

/** True when a count is in memory only, and goes with the page. */
export function areLossesFleeting(storage: TextStorage): boolean {
  return storage.keysFrom(PREFIX).some(storage.isFleeting);
}

/** Reports what was counted, by reason, and forgets it. */
export function reportLosses(
  storage: TextStorage,
  report: (lost: { lost: number; reason: string }) => void,
): void {
  for (const key of storage.keysFrom(PREFIX)) {
    const lost = Number(storage.get(key));
    // Forgotten first: to queue the report may make others go, which are counted again.
    storage.forget(key);
    report({ lost, reason: key.slice(PREFIX.length) });
  }
}
