export { browserStorage, type TextStorage } from './visitor/browser-storage';
export { createTracker, type TrackedEvent, type Tracker } from './tracker';
export type { TrackerOptions, TrackOptions } from './tracker-options';
export type { Notice, Observe } from './delivery/observe';
export { followClicks } from './page/clicks';
export { followPageViews, type PageViews } from './page/page-views';
export { ANONYMOUS, type Shopper } from './visitor/identity';
export type { Consent } from './visitor/consent';
