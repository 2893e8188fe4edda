import {
  createTracker,
  followClicks,
  followPageViews,
  type Consent,
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

/** Tells the shop's other tabs what the shopper allows. */
let otherTabs: BroadcastChannel | undefined;

/** Begins to track clicks and page views; called again, it says who is shopping now and what they allow. */
export function startTracking(endpoint: string, shopper: Shopper, consent: Consent): void {
  if (tracker) {
    tracker.setConsent(consent);
    return tracker.identify(shopper);
  }
  const started = createTracker({ endpoint, shopper, consent });
  tracker = started;
  try {
    otherTabs = new BroadcastChannel('sbw.consent');
    otherTabs.onmessage = ({ data }: MessageEvent<Consent>) => started.setConsent(data);
  } catch {
    // An old browser has none, and one whose storage is forbidden may refuse it: the page must not break on that.
  }
  followClicks({ track });
  pageViews = followPageViews({
    page(titleBefore) {
      told.clear();
      started.page(titleBefore);
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

/** Says, here and in the shop's other tabs, what the shopper allows from now on. */
export function changeConsent(consent: Consent): void {
  tracker?.setConsent(consent);
  otherTabs?.postMessage(consent);
}

/** Whether the shopper lets this browser be known again, which is needed to keep anything of what they did. */
export const mayRemember = (): boolean => tracker?.consent() === 'granted';

/** The visit that is going on. */
export const visitId = (): string | undefined => tracker?.sessionId();
