import { adapterFor } from './adapters';
import { CUSTOM_EVENT_NAME } from './event-names';
import type { JsonObject, SenderName, SourceEvent } from './source-event';
import { validateEvent } from './validate';
import { correctionsOf } from './normalize/corrections';
import { momentOf, receiptOf, type EventMoment, type MomentFault } from './normalize/time/event-moment';
import { objectOf } from './normalize/field-values';
import { jsonTextOf } from './normalize/text/json-text';
import { hasOnlyKnownFields } from './normalize/known-fields';
import { scrubEvent } from './normalize/scrub-event';
import { MAX_NESTING, nestsTooDeep } from './normalize/text/well-formed';

/** The reason why an event cannot be read. */
export type EventFault = 'not_an_event' | 'bad_event_name' | 'too_deep' | MomentFault;

/** An event under our names, with its sender's convention; or the reason why it is not an event. */
export type ReadEvent =
  | {
      readonly ok: true;
      readonly event: SourceEvent;
      readonly eventName: string;
      readonly moment: EventMoment;
      readonly sender: SenderName;
      /** Faults that are corrected or left out, each as `field: fault`. */
      readonly corrections: readonly string[];
    }
  | {
      readonly ok: false;
      readonly reason: EventFault;
      readonly detail: string;
      /** Milliseconds since 1970. */
      readonly receivedAt: number;
      readonly sender: SenderName;
    };

const NONE: readonly string[] = [];

/** Fields of the contract that may hold anything. */
const FREE_FIELDS = ['properties', 'element', 'checkout', 'login'] as const;

/**
 * Reads one event of any sender; ingest and the ETL both use it. An event of the contract is read
 * as it is. Any other gets our names from the adapter of its convention, and its faults are
 * reported.
 *
 * @param keyTime its earliest time of receipt in milliseconds since 1970,
 *   in case it does not name one
 * @param trustsStamp true when a stamp of our ingest without corrections spares the event the
 *   contract's check; without trust, the event must have been scrubbed
 */
export function readEvent(value: unknown, keyTime: number, trustsStamp = true): ReadEvent {
  const given = objectOf(value);
  if (!given) {
    const detail = 'An event must be a JSON object.';
    return { ok: false, reason: 'not_an_event', detail, receivedAt: keyTime, sender: 'other' };
  }
  const stamp = trustsStamp ? ourStampOf(given) : null;
  // Our ingest has scrubbed what it stored; others may not have.
  if (trustsStamp && !stamp && scrubEvent(given).isCut) return tooDeep(given, keyTime);
  const isOfContract =
    hasOnlyKnownFields(given) && ((stamp !== null && tellsOfNoFault(stamp)) || validateEvent(given).ok);
  if (!isOfContract) return readByAdapter(given, keyTime);
  // Scrubbing cuts values that nest too deep; a stamp that anybody may have written does not prove
  // scrubbing.
  if (stamp && hasDeepField(given)) return tooDeep(given, keyTime);
  return judged(given, 'clickstream', keyTime, NONE);
}

function readByAdapter(given: JsonObject, keyTime: number): ReadEvent {
  if (nestsTooDeep(given)) return tooDeep(given, keyTime);
  const adapter = adapterFor(given);
  const source = adapter.toSourceEvent(given);
  const event = source._ingest === undefined ? { ...source, _ingest: given['_ingest'] } : source;
  // For an event in our form, its original fields count: without a fault, the ETL takes it as it
  // is.
  const checked = adapter.name === 'clickstream' ? given : event;
  return judged(event, adapter.name, keyTime, correctionsOf(checked));
}

function tooDeep(given: JsonObject, keyTime: number): ReadEvent {
  const detail = `It nests deeper than ${MAX_NESTING} layers.`;
  return { ok: false, reason: 'too_deep', detail, receivedAt: receiptOf(given, keyTime), sender: 'other' };
}

function hasDeepField(given: JsonObject): boolean {
  for (const name of FREE_FIELDS) if (nestsTooDeep(given[name], MAX_NESTING - 1)) return true;
  return false;
}

/** The stamp of an event that our ingest has stored. */
function ourStampOf(given: JsonObject): JsonObject | null {
  const stamp = objectOf(given['_ingest']);
  return typeof stamp?.['requestId'] === 'string' && stamp['sourceIp'] !== undefined ? stamp : null;
}

/** True when our ingest has found no fault. */
function tellsOfNoFault(stamp: JsonObject): boolean {
  return stamp['sender'] === undefined && stamp['corrections'] === undefined;
}

function judged(
  event: SourceEvent,
  sender: SenderName,
  keyTime: number,
  corrections: readonly string[],
): ReadEvent {
  const fault = (reason: EventFault, detail: string): ReadEvent => {
    return { ok: false, reason, detail, receivedAt: receiptOf(event, keyTime), sender };
  };
  const { eventName } = event;
  if (typeof eventName !== 'string' || !CUSTOM_EVENT_NAME.test(eventName)) {
    return fault('bad_event_name', `eventName is ${jsonTextOf(eventName) ?? 'missing'}.`);
  }
  const moment = momentOf(event, keyTime);
  if (typeof moment === 'string') {
    return fault(moment, `eventTimestamp is ${jsonTextOf(event.eventTimestamp)}.`);
  }
  return { ok: true, event, eventName, moment, sender, corrections };
}
