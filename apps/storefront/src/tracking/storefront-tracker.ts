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
import { observeForStaff } from '../inspector/observe-for-staff';
import { isDeskPath } from './desk-path';

/** The only tracker of the page, however often React mounts its components. */
let tracker: Tracker | undefined;
let pageViews: PageViews | undefined;

/** True while the page is that of somebody of the shop. */
let isStaff = false;

/** Events that the current page has already reported. */
const reportedViews = new Set<string>();

/** Work of the current page that waits until the shopper agrees to be counted. */
const waiting: (() => void)[] = [];

/** Sends consent to the shop's other tabs. */
let otherTabs: BroadcastChannel | undefined;

/** Says whether what follows is done by somebody of the shop, who is no shopper. */
export function markStaff(known: boolean): void {
  isStaff = known;
}

/**
 * Starts tracking clicks and page views; called again, it updates shopper and consent.
 *
 * @param flushAfter milliseconds that events wait for a request to fill
 */
export function startTracking(
  endpoint: string,
  shopper: Shopper,
  consent: Consent,
  flushAfter?: number,
): void {
  if (tracker) {
    applyConsent(consent);
    return tracker.identify(shopper);
  }
  const observe = observeForStaff(() => tracker);
  const started = createTracker({ endpoint, shopper, consent, flushAfter, observe });
  tracker = started;
  try {
    otherTabs = new BroadcastChannel('sbw.consent');
    otherTabs.onmessage = ({ data }: MessageEvent<Consent>) => applyConsent(data);
  } catch {
    // An old browser has none, and one whose storage is forbidden may refuse it: the page must not
    // break.
  }
  followClicks({ track });
  pageViews = followPageViews({
    page(titleBefore) {
      if (isAtDesk()) return;
      reportedViews.clear();
      waiting.length = 0;
      started.page(titleBefore);
    },
  });
}

const isAtDesk = (): boolean => isDeskPath(location.pathname);

/** Records an action of the shopper, always after the view of its page. */
export function track<N extends EventName>(...event: TrackedEvent<N>): void {
  if (isAtDesk()) return;
  pageViews?.recordNow();
  if (isStaff) event[1] = { ...event[1], isStaff: true } as (typeof event)[1];
  tracker?.track(...event);
}

/**
 * Runs a callback as soon as the page view is recorded; where the shop asks first, as soon as the
 * shopper agrees on this page.
 */
export function afterPageView(work: () => void): void {
  pageViews?.afterPageView(() => {
    if (tracker?.consent() === 'denied') waiting.push(work);
    else work();
  });
}

/**
 * Records an event of the page's content, after its page view, and only once per page.
 *
 * @param what the content as the page has it, before anything was added to the event: what is
 *   added may change while the page stays
 */
export function trackView<N extends EventName>(
  event: TrackedEvent<N>,
  what: string = JSON.stringify(event),
): void {
  afterPageView(() => {
    if (reportedViews.has(what)) return;
    reportedViews.add(what);
    track(...event);
  });
}

function applyConsent(consent: Consent): void {
  tracker?.setConsent(consent);
  if (tracker?.consent() === 'denied') return;
  waiting.splice(0).forEach((work) => work());
}

/** Changes consent here and in the shop's other tabs. */
export function changeConsent(consent: Consent): void {
  applyConsent(consent);
  otherTabs?.postMessage(consent);
}

/** True when consent allows this browser to be recognised later, as a list of recent views must. */
export const mayRemember = (): boolean => tracker?.consent() === 'granted';

/** The id of the current session. */
export const sessionId = (): string | undefined => tracker?.sessionId();

/** Ids of this browser in events, only if its shopper allows them, and its page. */
export const visitorOfEvents = () => ({
  clientId: tracker?.clientId(),
  sessionId: sessionId(),
  pageUrl: location.href,
});
