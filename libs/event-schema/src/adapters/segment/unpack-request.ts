import type { RequestUnpacker, UnpackedRequest } from '../adapter';
import { opaqueId } from '../shared/opaque-id';
import { dropPersonalFields } from '../shared/personal-fields';
import { objectOf } from '../../normalize/field-values';
import { tooLargeToShare } from '../shared/too-large-to-share';
import type { JsonObject } from '../../source-event';

/**
 * The type of the message by the last word of its path, in the short form of browsers
 * and the long one of servers.
 */
const TYPES: Readonly<Record<string, string>> = {
  t: 'track',
  p: 'page',
  i: 'identify',
  s: 'screen',
  g: 'group',
  a: 'alias',
  track: 'track',
  page: 'page',
  identify: 'identify',
  screen: 'screen',
  group: 'group',
  alias: 'alias',
};
const BATCHES: ReadonlySet<string> = new Set(['b', 'batch', 'import']);

/** Ids of the people that a message is about. Shops use e-mail addresses as ids. */
const IDS = ['userId', 'anonymousId', 'previousId'];

/** The messages in a request of Segment's HTTP API: one, or a batch. Personal data is dropped. */
export const segmentRequests: RequestUnpacker = {
  name: 'segment',
  handles: (path) => /^\/v1\/[^/]+$/.test(path),
  pathOf: ({ batch }) => (Array.isArray(batch) ? '/v1/batch' : undefined),
  unpack({ path, body }) {
    const call = path.slice(path.lastIndexOf('/') + 1);
    const request = objectOf(body);
    if (!request) return null;
    if (BATCHES.has(call)) return unpackBatch(request);
    if (!Object.hasOwn(TYPES, call)) return null;
    return { values: [messageOf(request, TYPES[call])], ...sentAtOf(request) };
  },
};

/** Each message of a batch, with the context that the batch states for all of them. */
function unpackBatch(request: JsonObject): UnpackedRequest | null {
  const { batch, context: shared } = request;
  if (!Array.isArray(batch) || tooLargeToShare(shared)) return null;
  const values = batch.map((item: unknown) => {
    const message = objectOf(item);
    if (!message) return item;
    const context = { ...objectOf(shared), ...objectOf(message['context']) };
    return messageOf({ ...message, context }, message['type']);
  });
  return { values, ...sentAtOf(request) };
}

const sentAtOf = ({ sentAt }: JsonObject) => (typeof sentAt === 'string' ? { sentAt } : {});

/**
 * A message without the fields that are only meant for Segment, and without those that the request
 * states for all messages.
 */
function messageOf(given: JsonObject, type: unknown): JsonObject {
  const message: Record<string, unknown> = { ...given, type };
  for (const name of ['writeKey', '_metadata', 'sentAt', 'batch']) delete message[name];
  for (const name of IDS) if (message[name] !== undefined) message[name] = opaqueId(message[name]);
  dropPersonalFields(message);
  return message;
}
