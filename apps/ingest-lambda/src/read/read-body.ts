import { LIMITS } from '@clickstream/event-schema';
import { unpackBody, type JsonObject } from '@clickstream/event-schema/adapters';

/** A request that is refused as a whole. */
export interface Refusal {
  readonly kind: 'refused';
  readonly status: 400 | 413;
  /** For the person who wrote the client. */
  readonly error: string;
}

/** The values in a body, whatever its shape. */
export interface BodyValues {
  readonly kind: 'read';
  readonly values: readonly unknown[];
  /** The time of sending by the browser's clock, if the request names it. */
  readonly sentAt?: string;
}

/**
 * Reads a body: one event, an array of events, `{sentAt, events}`, or a request of another tracker
 * that came to our path. An object with an `eventName` is always an event, even if it also has a
 * field `events`.
 */
export function readBody(bodyText: string): BodyValues | Refusal {
  return readJson(bodyText, valuesOf);
}

/**
 * Reads a body of JSON within the limits.
 *
 * @param unpack finds the events in the JSON
 */
export function readJson(
  bodyText: string,
  unpack: (body: unknown) => BodyValues | Refusal,
  maxBytes: number = LIMITS.maxBodyBytes,
): BodyValues | Refusal {
  const bytes = Buffer.byteLength(bodyText);
  if (bytes > maxBytes) {
    return refuse(413, `The body has ${bytes} bytes; the limit is ${maxBytes}. Send smaller batches.`);
  }
  let body: unknown;
  try {
    body = JSON.parse(withoutByteOrderMark(bodyText));
  } catch {
    return refuse(400, 'The body is not JSON.');
  }
  const read = unpack(body);
  if (read.kind === 'read' && read.values.length > LIMITS.maxEvents) {
    return refuse(
      413,
      `The body has ${read.values.length} events; the limit is ${LIMITS.maxEvents}. Send smaller batches.`,
    );
  }
  return read;
}

function valuesOf(body: unknown): BodyValues | Refusal {
  if (Array.isArray(body)) return bodyValues(body, undefined);
  if (typeof body !== 'object' || body === null) {
    return refuse(400, 'The body must be an event, an array of events, or {"sentAt", "events"}.');
  }
  const foreign = 'eventName' in body ? null : unpackBody(body as JsonObject);
  if (foreign) return bodyValues(foreign.values, foreign.sentAt);
  if (!('events' in body) || 'eventName' in body) return bodyValues([body], undefined);
  if (!Array.isArray(body.events)) return refuse(400, '"events" must be an array.');
  return bodyValues(body.events, 'sentAt' in body ? body.sentAt : undefined);
}

/**
 * The values, and the time of sending, unchanged. A wrong `sentAt` is left out; it does not lose
 * events.
 */
export function bodyValues(values: readonly unknown[], sentAt: unknown): BodyValues {
  const time = timeOf(sentAt);
  return { kind: 'read', values, ...(time === undefined ? {} : { sentAt: time }) };
}

function timeOf(sentAt: unknown): string | undefined {
  if (typeof sentAt !== 'string' || Number.isNaN(Date.parse(sentAt))) return undefined;
  return new Date(sentAt).toISOString();
}

export function refuse(status: Refusal['status'], error: string): Refusal {
  return { kind: 'refused', status, error };
}

function withoutByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
