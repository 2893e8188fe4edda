import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks repeatedly until the answer is yes.
 *
 * @param isReady one try; a rejection counts as "not yet"
 * @param ended when this resolves first, waiting ends
 * @returns false when `ended` came first or the time ran out
 */
export async function waitUntil(
  isReady: () => Promise<boolean>,
  ended: Promise<unknown>,
  timeoutMilliseconds = 100_000,
): Promise<boolean> {
  let over = false;
  void ended.then(() => (over = true));
  const deadline = Date.now() + timeoutMilliseconds;
  while (!over && Date.now() < deadline) {
    if (await isReady().catch(() => false)) return !over;
    await sleep(50);
  }
  return false;
}

/** Tests if a web server answers at the address, with any status. */
export async function answersHttp(url: string): Promise<boolean> {
  await fetch(url, { signal: AbortSignal.timeout(5000), redirect: 'manual' });
  return true;
}
