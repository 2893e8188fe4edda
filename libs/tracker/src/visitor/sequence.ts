import type { TextStorage } from './browser-storage';

export const SEQUENCE_KEY = 'clickstream.sequence';

/**
 * The next number of this browser, from 1. Tabs share the count. Two tabs that ask at the same
 * moment may get the same number, since a browser offers no atomic counter: the events' times come
 * first in their order anyway.
 */
export function nextSequence(storage: TextStorage): number {
  // Whatever is stored there, the next number is a whole one.
  const next = (Number(storage.get(SEQUENCE_KEY)) >>> 0) + 1;
  storage.set(SEQUENCE_KEY, String(next));
  return next;
}
