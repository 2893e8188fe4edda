export { browserStorage, type TextStorage } from './browser-storage';
export {
  createTracker,
  type TrackedEvent,
  type Tracker,
  type TrackerOptions,
  type TrackOptions,
} from './tracker';
export { followClicks } from './clicks';
export { followPageViews, type PageViews } from './page-views';
export { ANONYMOUS, type Shopper } from './identity';
export type { Consent } from './consent';
