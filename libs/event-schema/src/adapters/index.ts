import type { JsonObject, SenderName } from '../source-event';
import type { RequestUnpacker, SenderAdapter, UnpackedRequest } from './adapter';
import { clickstream } from './clickstream/clickstream-adapter';
import { ga4, ga4Requests } from './ga4';
import { oneForEachProduct } from './shared/one-for-each-product';
import { orderLines } from './order-lines';
import { other } from './other/other-adapter';
import { segment } from './segment/segment-adapter';
import { segmentRequests } from './segment/unpack-request';
import { snowplow } from './snowplow/snowplow-adapter';
import { snowplowRequests } from './snowplow/unpack-request';
import { universalAnalytics } from './universal-analytics';
import { workshop } from './workshop/workshop-adapter';

export type { RequestUnpacker, SenderAdapter, SenderRequest, UnpackedRequest } from './adapter';
export { dropPersonalFields } from './shared/personal-fields';
export type { JsonObject, SenderName, SourceEvent } from '../source-event';

/**
 * The conventions that are read, in the order in which they are tried: those with
 * the clearest marks first.
 */
const ADAPTERS: readonly SenderAdapter[] = [
  universalAnalytics,
  orderLines,
  snowplow,
  segment,
  workshop,
  ga4,
  clickstream,
];

/** The senders whose requests have a form of their own. */
const UNPACKERS: readonly RequestUnpacker[] = [ga4Requests, segmentRequests, snowplowRequests];

/**
 * The adapter of an event that is not in our own form; the one for any
 * names when none recognizes it.
 */
export function adapterFor(event: JsonObject): SenderAdapter {
  return ADAPTERS.find((adapter) => adapter.recognizes(event)) ?? other;
}

/**
 * The events that one of a foreign sender is: mostly itself, and one for each product where it puts
 * several into the cart at once.
 */
export function eventsOf(event: JsonObject, sender: SenderName): readonly JsonObject[] {
  const listed = ADAPTERS.find(({ name }) => name === sender)?.listedProducts?.(event);
  return listed ? oneForEachProduct(event, listed) : [event];
}

/**
 * The events of a body in the form of another tracker, by that form alone; null for any other body.
 */
export function unpackBody(body: JsonObject): UnpackedRequest | null {
  for (const unpacker of UNPACKERS) {
    const path = unpacker.pathOf(body);
    if (path !== undefined) return unpacker.unpack({ path, query: {}, body });
  }
  return null;
}

/** The unpacker of the requests to a path; undefined for our own. */
export function unpackerFor(path: string): RequestUnpacker | undefined {
  return UNPACKERS.find((unpacker) => unpacker.handles(path));
}
