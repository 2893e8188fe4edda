import type { TextStorage } from './browser-storage';

const KEY = 'clickstream.sequence';

/**
 * The next number of this browser, from 1. Tabs share the count. Two that ask within the same moment may get the
 * same number, since a browser offers no atomic counter: the events' times come first in their order anyway.
 */
export function nextSequence(storage: TextStorage): number {
  const next = (Number(storage.get(KEY)) || 0) + 1;
  storage.set(KEY, String(next));
  return next;
}
