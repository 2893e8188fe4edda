import {
  createTracker,
  followClicks,
  followPageViews,
  type PageViews,
  type Shopper,
  type TrackedEvent,
  type Tracker,
} from '@clickstream/tracker';
import type { EventName } from '@clickstream/event-schema';

/** One for the page, however often React mounts its components. */
let tracker: Tracker | undefined;
let pageViews: PageViews | undefined;

/** What the page that is shown has told already. */
const told = new Set<string>();

/** Begins to track clicks and page views; called again, it says who is shopping now. */
export function startTracking(endpoint: string, shopper: Shopper): void {
  if (tracker) return tracker.identify(shopper);
  const started = createTracker({ endpoint, shopper });
  tracker = started;
  followClicks({ track });
  pageViews = followPageViews({
    page() {
      told.clear();
      started.page();
    },
  });
}

/** Records something that the shopper did. The view of the page that it was done on always comes before it. */
export function track<N extends EventName>(...event: TrackedEvent<N>): void {
  pageViews?.catchUp();
  tracker?.track(...event);
}

/** Does something as soon as the view of the current page is recorded. */
export function whenPageIsSeen(work: () => void): void {
  pageViews?.whenSeen(work);
}

/** Records what the page shows, after its view: the same only once, until another page is shown. */
export function trackView<N extends EventName>(...event: TrackedEvent<N>): void {
  whenPageIsSeen(() => {
    const what = JSON.stringify(event);
    if (told.has(what)) return;
    told.add(what);
    track(...event);
  });
}

/** The visit that is going on. */
export const visitId = (): string | undefined => tracker?.sessionId();
