import type { Consent } from './visitor/consent';
import { createTracker, type Tracker } from './tracker';

/**
 * A call that the page made before this script came, as its snippet keeps it: method, arguments.
 */
type EarlyCall = [method: keyof Tracker, args: Iterable<unknown>];

/** The stub that the page's snippet puts in the place of the tracker. */
interface Stub {
  q?: { push(call: EarlyCall): unknown; forEach?(work: (call: EarlyCall) => void): void };
}

declare global {
  interface Window {
    /** The tracker that a script tag has started. */
    clickstream?: Tracker;
  }
}

/** The file that follows the page once it is shown, apart so that this one is small. */
const PAGE_FILE = 'sbw-page.js';

/**
 * Starts the tracker as the attributes of its script tag say. The page finds
 * it as `window.clickstream`.
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
  // The view of a page comes before what happens on it, and after what the
  // page says of its shopper.
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

// A module has no current script, and no attributes: the page then uses the tracker's own exports.
const tag = document.currentScript as HTMLScriptElement | null;
if (tag) start(tag);
