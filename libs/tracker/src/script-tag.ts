import type { Consent } from './visitor/consent';
import { createTracker, type Tracker } from './tracker';

/**
 * A call that the page made before this script was loaded, as its snippet stores it: method,
 * arguments.
 */
type EarlyCall = [method: keyof Tracker, args: Iterable<unknown>];

/** The stub that the page's snippet uses in place of the tracker. */
interface Stub {
  q?: { push(call: EarlyCall): unknown; forEach?(work: (call: EarlyCall) => void): void };
}

declare global {
  interface Window {
    /** The tracker that a script tag has started. */
    clickstream?: Tracker;
  }
}

/** The file that follows the page once it is shown, separate so that this one is small. */
const PAGE_FILE = 'sbw-page.js';

/**
 * Starts the tracker according to the attributes of its script tag. The page finds it as
 * `window.clickstream`.
 */
function start({ dataset, nonce, src }: HTMLScriptElement): void {
  const { endpoint, consent, signals, pageViews } = dataset;
  const stub = window.clickstream as Stub | undefined;
  if (!endpoint || (stub && !stub.q)) return;
  const tracker = createTracker({
    endpoint,
    consent: consent as Consent | undefined,
    ignoreSignals: signals === 'ignore',
  });
  const { track } = tracker;
  let isSeen = pageViews === 'off';
  const view = () => {
    if (!isSeen) tracker.page();
    isSeen = true;
  };
  // The page view comes before events on the page, and after the page's calls about its shopper.
  tracker.track = (...event) => (view(), track(...event));
  const call = ([method, args]: EarlyCall) => (tracker[method] as (...args: unknown[]) => unknown)(...args);
  stub?.q?.forEach?.(call);
  view();
  // For code that has kept a method of the stub.
  if (stub) stub.q = { push: call };
  window.clickstream = tracker;
  const page = document.createElement('script');
  Object.assign(page.dataset, dataset, { seen: location.href });
  Object.assign(page, { nonce, src: src.replace(/[^/]*$/, PAGE_FILE) });
  document.head.append(page);
}

// A module has no current script, and no attributes: the page then uses the tracker's exports.
const tag = document.currentScript as HTMLScriptElement | null;
if (tag) start(tag);
