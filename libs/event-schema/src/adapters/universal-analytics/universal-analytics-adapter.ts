import type { JsonObject, SenderAdapter } from '../adapter';
import { toSourceEvent } from './to-source-event';

/** Hits of the Universal Analytics 360 export, as the import sends them. */
export const universalAnalytics: SenderAdapter = {
  name: 'universal-analytics',
  recognizes: (event: JsonObject) =>
    event['fullVisitorId'] !== undefined &&
    event['visitStartTime'] !== undefined &&
    typeof event['hit'] === 'object',
  toSourceEvent,
};
