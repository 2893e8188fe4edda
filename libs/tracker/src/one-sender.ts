import { newEventId } from '@clickstream/event-schema';
import type { TextStorage } from './browser-storage';

const KEY = 'clickstream.sender';

/** How long a tab that is heard no more keeps others from sending, in milliseconds: longer than a request takes. */
export const LEASE = 15_000;

/** Asked before each request: whether this tab is still the one that sends. */
export type IsSender = () => boolean;

/**
 * Lets one tab of the browser send at a time. The browser's own locks do it, which end with their tab. Without them
 * (an old browser, a page without https) it is a lease in the storage, which ends by itself. Two tabs that take the
 * lease in the same moment send the same events once more, which the warehouse counts once.
 *
 * @param work begins when it is this tab's turn; with a lease at once, to be told that it is another's turn
 */
export function oneSender(
  storage: TextStorage,
): (work: (isSender: IsSender) => Promise<void>) => Promise<void> {
  const me = newEventId();
  const takeLease = () => {
    const [owner, end] = (storage.get(KEY) ?? '').split(' ');
    const left = Number(end) - Date.now();
    // A lease that ends later than any lease does was given before the clock was set back.
    if (owner !== me && left > 0 && left <= LEASE) return false;
    storage.set(KEY, `${me} ${Date.now() + LEASE}`);
    return true;
  };
  return async (work) => {
    try {
      await navigator.locks.request(KEY, () => work(() => true));
    } catch {
      await work(takeLease);
      // Not the lease of another tab, which has its turn.
      if (takeLease()) storage.remove(KEY);
    }
  };
}
