import { objectOf, objectsOf } from '../../normalize/field-values';
import type { RequestUnpacker, SenderRequest, UnpackedRequest } from '../adapter';
import { tooLargeToShare } from '../shared/too-large-to-share';

const PATH = '/mp/collect';

/**
 * Requests of the Measurement Protocol of Google Analytics 4. Secret and measurement id are
 * ignored: a shop authorises a sender by giving it the address of the API.
 */
export const ga4Requests: RequestUnpacker = {
  name: 'ga4',
  handles: (path) => path === PATH,
  pathOf: ({ client_id, app_instance_id, events }) =>
    (client_id ?? app_instance_id) !== undefined && typeof objectsOf(events)[0]?.['name'] === 'string'
      ? PATH
      : undefined,
  unpack,
};

/** Personal fields, which are never stored, and fields of single events. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'events',
  'user_data',
  'user_properties',
  'user_location',
  'ip_override',
]);

function unpack({ body }: SenderRequest): UnpackedRequest | null {
  const request = objectOf(body);
  if (!request || !Array.isArray(request['events'])) return null;
  const { events } = request;
  const common = Object.fromEntries(Object.entries(request).filter(([name]) => !LEFT_OUT.has(name)));
  if (tooLargeToShare(common)) return null;
  // An event's own time outweighs that of its request.
  return { values: events.map((event: unknown) => ({ ...common, ...objectOf(event) })) };
}
