import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { uuidV7From } from './ids/event-id';
import type { JsonObject, SenderName } from './source-event';

const compress = promisify(gzip);

/** The two prefixes of the bucket: accepted and rejected events. */
export type RawPrefix = 'events' | 'rejected';

/** Both, in the order of keys. */
export const RAW_PREFIXES: readonly RawPrefix[] = ['events', 'rejected'];

/**
 * An object below a folder of a day; not a folder, and not a file that other tools hide by an
 * underscore.
 */
const RAW_OBJECT = /^(?:events|rejected)\/\d{4}\/\d{2}\/\d{2}\/(?:.*\/)?[^/_.][^/]*$/;

/** True when a key is that of a raw object. */
export function isRawObject(key: string): boolean {
  return RAW_OBJECT.test(key);
}

/** The user metadata of a raw object in which ingest stores the number of events it put into it. */
export const EVENTS_METADATA = 'events';

/** The stamp that ingest adds to an event, under `_ingest`. */
export interface IngestStamp {
  /** ISO 8601, UTC, by the clock of ingest. */
  readonly receivedAt: string;
  readonly requestId: string;
  /** Cut to its network: /24 for IPv4, /48 for IPv6. */
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
  /** `sentAt` of the request, where it had one. */
  readonly sentAt?: string;
  /** The convention of the event, unless it is ours. */
  readonly sender?: SenderName;
  /** The corrections that its readers make, each as `field: fault`; absent when there are none. */
  readonly corrections?: readonly string[];
}

/**
 * One line of an object under `events/`: an event as it was sent, without secrets, in its sender's
 * form.
 */
export type RawEvent = JsonObject & { readonly _ingest: IngestStamp };

/** One line of an object under `rejected/`. */
export interface RejectedEvent {
  readonly reason: string;
  /** Its position in the request, from 0. */
  readonly index: number;
  /** The value as it was sent, without secrets in its addresses. */
  readonly event: unknown;
  readonly _ingest: IngestStamp;
}

/**
 * The key of a raw object: `events/YYYY/MM/DD/HH/<id>.json.gz` by the hour of receipt in UTC.
 * A prefix is a day or an hour, and ids that carry their time keep an hour's keys in order.
 */
export function rawObjectKey(prefix: RawPrefix, receivedAt: Date, id: string): string {
  return `${hourPrefix(prefix, receivedAt)}${id}.json.gz`;
}

/** The prefix of an hour's objects, with its closing slash. */
export function hourPrefix(prefix: RawPrefix, hour: Date): string {
  const [date = '', time = ''] = hour.toISOString().split('T');
  return `${prefix}/${date.replaceAll('-', '/')}/${time.slice(0, 2)}/`;
}

const KEY_TIME = /(?:^|\/)(\d{4})\/(\d{2})\/(\d{2})\/(?:(\d{2})\/)?/;

/**
 * The hour (or day) that a key's folders name, as milliseconds since 1970;
 * null where they name none.
 */
export function timeOfKey(key: string): number | null {
  const [, year, month, day, hour = '00'] = KEY_TIME.exec(key) ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:00:00Z`);
  return Number.isNaN(time) ? null : time;
}

/** Gzip JSON Lines of values that are already JSON, one per line. */
export function encodeRawObject(jsonLines: readonly string[]): Promise<Buffer> {
  return compress(`${jsonLines.join('\n')}\n`);
}

/**
 * The id of an event that came without one: the same for the same object and line, however often it
 * is loaded. It has the form of a UUIDv7 with the time of the key's folders, so that its row goes
 * to the partition of its month; the rest is SHA-256.
 *
 * @param line from 1
 */
export function derivedEventId(objectKey: string, line: number): string {
  const hash = createHash('sha256').update(`${objectKey}\n${line}`).digest();
  return uuidV7From(timeOfKey(objectKey) ?? 0, hash);
}
