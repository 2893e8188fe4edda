const LOCK = 'clickstream.sender';

/**
 * Lets one tab of the browser send at a time, by the browser's own locks, which end with their tab. Where it has none
 * (an old browser, a page without https) each tab sends: what two of them send twice is counted once.
 */
export async function oneSender(work: () => Promise<void>): Promise<void> {
  try {
    await navigator.locks.request(LOCK, work);
  } catch {
    await work();
  }
}
