import type { TextStorage } from '../visitor/browser-storage';

const KEY = 'clickstream.sender';

/** The time for which a silent tab keeps others from sending: longer than a request takes. */
export const LEASE_MS = 15_000;

/** Called before each request: true while this tab is the sender. */
export type HoldsLock = () => boolean;

/**
 * Lets one tab of the browser send at a time. The browser's locks do it, which end with their tab.
 * Without them (an old browser, a page without https) it is a lease in the storage, which expires:
 * a time that no other tab has written. Two tabs that take it at the same moment send one batch
 * twice, which the warehouse counts once.
 *
 * @param work begins when it is this tab's turn; with a lease it begins at once, and `HoldsLock`
 *   returns false while it is another tab's turn
 */
export function createSenderLock(
  storage: TextStorage,
): (work: (holdsLock: HoldsLock) => Promise<void>) => Promise<void> {
  let mine: string | undefined;
  const takeLease = () => {
    const lease = storage.get(KEY);
    const left = Number(lease) - Date.now();
    // A lease that ends later than possible was taken before the clock was set back.
    if (lease !== mine && left > 0 && left <= LEASE_MS) return false;
    storage.set(KEY, (mine = String(Date.now() + LEASE_MS - Math.random())));
    return true;
  };
  return async (work) => {
    try {
      await navigator.locks.request(KEY, () => work(() => true));
    } catch {
      await work(takeLease);
      // The lease may belong to another tab by now, which keeps it.
      if (takeLease()) storage.forget(KEY);
    }
  };
}
