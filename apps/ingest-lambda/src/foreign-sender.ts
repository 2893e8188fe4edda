import { CUSTOM_EVENT_NAME } from '@clickstream/event-schema';
import { adapterFor, type JsonObject, type SenderName } from '@clickstream/event-schema/adapters';

/**
 * Who wrote an event in a form that only its own adapter can read, such as a message of Segment. Undefined for events in
 * our form, for those that no adapter knows, and for those that their adapter cannot name.
 */
export function foreignSenderOf(value: unknown): SenderName | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const event = value as JsonObject;
  if (typeof event['eventName'] === 'string') return undefined;
  const adapter = adapterFor(event);
  if (adapter.name === 'other') return undefined;
  const { eventName } = adapter.toSourceEvent(event);
  return typeof eventName === 'string' && CUSTOM_EVENT_NAME.test(eventName) ? adapter.name : undefined;
}
