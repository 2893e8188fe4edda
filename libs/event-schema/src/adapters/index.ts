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

/** The conventions in the order in which they are tried: those with the clearest marks first. */
const ADAPTERS: readonly SenderAdapter[] = [
  universalAnalytics,
  orderLines,
  snowplow,
  segment,
  workshop,
  ga4,
  clickstream,
];

/** The senders whose requests have a special form. */
const UNPACKERS: readonly RequestUnpacker[] = [ga4Requests, segmentRequests, snowplowRequests];

/**
 * The adapter of an event that is not in our form; the one for any names when none recognises it.
 */
export function adapterFor(event: JsonObject): SenderAdapter {
  return ADAPTERS.find((adapter) => adapter.recognizes(event)) ?? other;
}

/**
 * The events that another sender's event becomes: usually one, but one for each product when it
 * puts several into the cart at once.
 */
export function eventsOf(event: JsonObject, sender: SenderName): readonly JsonObject[] {
  const listed = ADAPTERS.find(({ name }) => name === sender)?.listedProducts?.(event);
  return listed ? oneForEachProduct(event, listed) : [event];
}

/** The events of a body that is in the form of another tracker; null for any other body. */
export function unpackBody(body: JsonObject): UnpackedRequest | null {
  for (const unpacker of UNPACKERS) {
    const path = unpacker.pathOf(body);
    if (path !== undefined) return unpacker.unpack({ path, query: {}, body });
  }
  return null;
}

/** The unpacker of the requests to a path; undefined for our path. */
export function unpackerFor(path: string): RequestUnpacker | undefined {
  return UNPACKERS.find((unpacker) => unpacker.handles(path));
}
