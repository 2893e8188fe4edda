import type { Tracker } from '@clickstream/tracker';

/** Set while this tab has the inspector. */
export const WANTED_KEY = 'sbw.inspect';

/** The tracker as far as the inspector uses it. */
export type InspectedTracker = Pick<Tracker, 'flush' | 'consent'>;

/** True in development, and in a tab whose address had `?inspect`. */
export function isWanted(): boolean {
  if (process.env.NODE_ENV === 'development') return true;
  try {
    if (new URLSearchParams(location.search).has('inspect')) sessionStorage.setItem(WANTED_KEY, 'yes');
    return sessionStorage.getItem(WANTED_KEY) !== null;
  } catch {
    return false;
  }
}
