import type { Notice, Observe } from '@clickstream/tracker';
import { createRoot } from 'react-dom/client';
import { InspectionStore } from './inspection';
import { Inspector } from './inspector';
import { WANTED_KEY, type InspectedTracker } from './wanted';

/** Milliseconds between questions to the server. */
const PAUSE = 2_000;

/**
 * Shows the inspector at the end of the page, once the server has said that this person may see it.
 *
 * @param early notices from before this code was loaded
 * @returns what takes the next ones
 */
export function openInspector(
  early: readonly Notice[],
  tracker: () => InspectedTracker | undefined,
): Observe {
  const store = new InspectionStore(tracker);
  early.forEach(store.observe);
  void showOnceAllowed(store);
  return store.observe;
}

async function showOnceAllowed(store: InspectionStore): Promise<void> {
  if (!(await store.ask())) {
    sessionStorage.removeItem(WANTED_KEY);
    return;
  }
  const place = document.body.appendChild(document.createElement('div'));
  // The inspector's own clicks are no events of the shop.
  place.dataset['clickstreamIgnore'] = '';
  createRoot(place).render(<Inspector store={store} />);
  setInterval(() => {
    if (document.visibilityState === 'visible') void store.ask();
  }, PAUSE);
}
