export type { HitEvent } from './hit-event';
export { universalAnalytics } from './universal-analytics-adapter';
export { unpackSession } from './unpack-session';
