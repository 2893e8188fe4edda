import type { Notice, Observe } from '@clickstream/tracker';
import { isWanted, type InspectedTracker } from './wanted';

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
