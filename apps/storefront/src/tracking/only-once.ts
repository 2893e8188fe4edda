import { browserStorage } from '@clickstream/tracker';
import { mayRemember } from './storefront-tracker';

/** Among the tracker's own keys, so that it is forgotten with them. */
const KEY = 'clickstream.shop.done';
const KEPT = 100;

const storage = browserStorage(mayRemember);

/**
 * Does something once in this browser, whichever of its tabs and reloads asks for it again; where
 * nothing may be kept of the shopper, once on this page.
 */
export function onlyOnce(what: string, work: () => void): void {
  const done = (storage.get(KEY) ?? '').split(' ');
  if (done.includes(what)) return;
  storage.set(KEY, [what, ...done].slice(0, KEPT).join(' '));
  work();
}
