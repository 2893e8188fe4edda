import type { UnpackedRequest } from '../../adapter';
import { snowplow } from '../snowplow-adapter';
import { snowplowRequests } from '../unpack-request';

export const post = (body: unknown) =>
  snowplowRequests.unpack({ path: '/com.snowplowanalytics.snowplow/tp2', query: {}, body });
export const pixel = (query: string) =>
  snowplowRequests.unpack({ path: '/i', query: Object.fromEntries(new URLSearchParams(query)), body: null });

/** The events of a request, under our names. */
export function eventsOf(unpacked: UnpackedRequest | null) {
  return (unpacked?.values ?? []).map((value) => snowplow.toSourceEvent(value as Record<string, unknown>));
}
const ECOMMERCE = 'iglu:com.snowplowanalytics.snowplow.ecommerce';
export const entity = (name: string, data: object) => ({
  schema: `${ECOMMERCE}/${name}/jsonschema/1-0-0`,
  data,
});
const contexts = (entities: object[]) => JSON.stringify({ schema: 'iglu:contexts', data: entities });
export const describing = (schema: string, data: object, entities: object[] = []) => ({
  e: 'ue',
  eid: 'e-1',
  ue_pr: JSON.stringify({ schema: 'iglu:unstruct_event', data: { schema, data } }),
  co: contexts(entities),
});
export const action = (type: string, ...entities: object[]) =>
  describing(`${ECOMMERCE}/snowplow_ecommerce_action/jsonschema/1-0-2`, { type }, entities);
export const read = (...data: object[]) => eventsOf(post({ data }));
