import type { Consent } from './consent';
import { followClicks } from './clicks';
import { followPageViews } from './page-views';
import { createTracker, type Tracker } from './tracker';

declare global {
  interface Window {
    /** The tracker that a script tag has started. */
    clickstream?: Tracker;
  }
}

/** Starts the tracker as the attributes of its script tag say. The page finds it as `window.clickstream`. */
function start({ endpoint, consent, signals, pageViews, clicks }: DOMStringMap): void {
  if (!endpoint || window.clickstream) return;
  const tracker = createTracker({
    endpoint,
    consent: consent as Consent | undefined,
    ignoreSignals: signals === 'ignore',
  });
  window.clickstream = tracker;
  if (pageViews !== 'off') followPageViews(tracker);
  if (clicks !== 'off') followClicks(tracker);
}

// A module has no current script, and no attributes: the page then uses the tracker's own exports.
const tag = document.currentScript as HTMLScriptElement | null;
if (tag) start(tag.dataset);
