import { browserStorage } from '@clickstream/tracker';
import { mayRemember } from './storefront-tracker';

/** One of the tracker's keys, so that it is forgotten with them. */
const KEY = 'clickstream.shop.done';
const KEPT = 100;

const storage = browserStorage(mayRemember);

/**
 * Does something once in this browser, over all its tabs and reloads; where nothing may be stored
 * of the shopper, once on this page.
 */
export function onlyOnce(what: string, work: () => void): void {
  const done = (storage.get(KEY) ?? '').split(' ');
  if (done.includes(what)) return;
  storage.set(KEY, [what, ...done].slice(0, KEPT).join(' '));
  work();
}
