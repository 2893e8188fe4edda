import type { SenderAdapter } from '../adapter';
import { toSourceEvent as fromGa4 } from '../ga4/to-source-event';
import type { JsonObject, SourceEvent } from '../../source-event';
import { enhancedFields, enhancedPartOf, listedInPush } from './enhanced-ecommerce';
import { toSourceEvent } from './to-source-event';

/**
 * Hits of the Universal Analytics 360 export, as the import sends them, and pushes to its
 * `dataLayer`.
 */
export const universalAnalytics: SenderAdapter = {
  name: 'universal-analytics',
  recognizes: (event: JsonObject) => isHit(event) || enhancedPartOf(event) !== undefined,
  toSourceEvent: (event) => (isHit(event) ? toSourceEvent(event) : pushed(event)),
  listedProducts: (event) => (isHit(event) ? undefined : listedInPush(event)),
};

const isHit = (event: JsonObject): boolean =>
  event['fullVisitorId'] !== undefined &&
  event['visitStartTime'] !== undefined &&
  typeof event['hit'] === 'object';

/** A push differs from one of Google Analytics 4 in the content of `ecommerce`. */
function pushed(event: JsonObject): SourceEvent {
  const part = enhancedPartOf(event);
  const source = fromGa4({ ...event, ecommerce: null, event: 'view_cart' });
  return part === undefined ? source : { ...source, ...enhancedFields(event, part) };
}
