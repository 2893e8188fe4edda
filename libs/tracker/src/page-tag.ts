import { followClicks } from './page/clicks';
import { followRoutes } from './page/routes';
import type { Tracker } from './tracker';

/** Follows routes and clicks, according to the attributes that the first file passed on. */
function follow(tracker: Tracker, { pageViews, clicks, filters, seen }: DOMStringMap): void {
  if (pageViews !== 'off') {
    const { track } = tracker;
    const { recordNow } = followRoutes(tracker, { countFilters: filters === 'on', seen });
    // The view of a page comes before what happens on it.
    tracker.track = (...event) => (recordNow(), track(...event));
  }
  if (clicks !== 'off') followClicks({ track: (...event) => tracker.track(...event) });
}

if (window.clickstream) follow(window.clickstream, (document.currentScript as HTMLScriptElement).dataset);
