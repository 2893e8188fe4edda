import type { Notice, Observe, Tracker } from '@clickstream/tracker';

/** Set while this tab has the inspector. */
export const WANTED_KEY = 'sbw.inspect';

/** The tracker as far as the inspector uses it. */
export type InspectedTracker = Pick<Tracker, 'flush' | 'consent'>;

/**
 * An observer of the tracker where the inspector is wanted: in development, and in a tab whose
 * address had `?inspect`. Its code is loaded only there; the server decides who sees it.
 */
export function observeForStaff(tracker: () => InspectedTracker | undefined): Observe | undefined {
  if (!isWanted()) return undefined;
  const early: Notice[] = [];
  let observe: Observe = (notice) => early.push(notice);
  void import('./open-inspector').then(
    ({ openInspector }) => (observe = openInspector(early, tracker)),
    // The page matters more: without its code there is no inspector.
    () => (observe = () => undefined),
  );
  return (notice) => observe(notice);
}

function isWanted(): boolean {
  if (process.env.NODE_ENV === 'development') return true;
  try {
    if (new URLSearchParams(location.search).has('inspect')) sessionStorage.setItem(WANTED_KEY, 'yes');
    return sessionStorage.getItem(WANTED_KEY) !== null;
  } catch {
    return false;
  }
}
