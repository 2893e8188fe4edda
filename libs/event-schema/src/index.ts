export { newEventId, isUuid, timeOfEventId, uuidV7From } from './ids/event-id';
export {
  CUSTOM_EVENT_NAME,
  EVENT_NAMES,
  FUNNEL_STEPS,
  GA4_NAMES,
  LOSS_REPORT,
  type EventName,
} from './event-names';
export { LIMITS, SCHEMA_VERSION } from './limits';
export { scrubText } from './scrub/scrub-text';
export { isSecretName, scrubUrl } from './scrub/scrub-url';
export { SESSION_IDLE_MS } from './session-rule';
export { newVisitorId, visitorIdFrom } from './ids/visitor-id';
export type { ClickstreamEvent, CustomEvent, EventOf, KnownEvent, PayloadOf } from './events';
export type { IngestAnswer, Rejection, RequestEnvelope } from './request';
export type { Cart } from './schemas/cart';
export type { ElementInfo } from './schemas/element';
export type { EventEnvelope, UserLoginState } from './schemas/envelope';
export type { Order } from './schemas/order';
export type { Product } from './schemas/product';
