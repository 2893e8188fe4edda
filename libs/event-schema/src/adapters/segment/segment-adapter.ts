import { objectOf, textOf } from '../../normalize/field-values';
import type { SenderAdapter } from '../adapter';
import type { SourceEvent } from '../../source-event';
import { addressWithCampaign } from './campaign-address';
import { rowEventId } from '../shared/row-event-id';
import { unusedFields, type Fields } from '../shared/snake-names';
import { listedProducts, trackedParts } from './track';

const NOTHING: Fields = {};
const PAGE_PROPERTIES: ReadonlySet<string> = new Set(['path', 'referrer', 'search', 'title', 'url']);

const TYPES: ReadonlySet<unknown> = new Set(['track', 'page', 'screen', 'identify', 'group', 'alias']);

/** Reads messages of Segment's specification, which RudderStack and others write too. */
export const segment: SenderAdapter = {
  name: 'segment',
  recognizes: (message) =>
    TYPES.has(message['type']) &&
    message['eventName'] === undefined &&
    (message['messageId'] ?? message['anonymousId'] ?? message['userId'] ?? message['event']) !== undefined,
  toSourceEvent: segmentToSourceEvent,
  listedProducts,
};

function segmentToSourceEvent(message: Fields): SourceEvent {
  const context = objectOf(message['context']) ?? NOTHING;
  const properties = objectOf(message['properties']) ?? NOTHING;
  // A page call names its page; any other call was made on the page of its context.
  const page = { ...objectOf(context['page']), ...(message['type'] === 'page' ? properties : NOTHING) };
  const userId = message['userId'] ?? undefined;
  const stamp = objectOf(message['_ingest']) ?? NOTHING;
  const eventTimestamp = message['timestamp'] ?? message['originalTimestamp'];
  return {
    eventId: eventIdFrom(message['messageId']),
    eventTimestamp,
    clientId: message['anonymousId'],
    sessionId: sessionOf(message, context, eventTimestamp ?? stamp['receivedAt']),
    userId,
    userLoginState: userId === undefined ? 'anonymous' : 'logged_in',
    identitySource: userId === undefined ? 'anonymous' : 'segment',
    pageUrl: addressWithCampaign(page['url'] ?? page['path'], objectOf(context['campaign']) ?? NOTHING),
    pageTitle: page['title'] ?? message['name'],
    referrer: page['referrer'],
    ...partsOf(message, properties),
    // A shop's server reports what a browser did: the browser is in the context.
    _ingest: { ...stamp, userAgent: context['userAgent'] ?? stamp['userAgent'] },
  };
}

/**
 * Segment's libraries put the time and a UUID into their ids; other ids are UUIDs, or taken as they
 * are.
 */
function eventIdFrom(messageId: unknown): unknown {
  const [, time] = /-(\d{13})-[0-9a-f-]{36}$/.exec(textOf(messageId) ?? '') ?? [];
  return time === undefined ? messageId : rowEventId(Number(time), ['segment', messageId]);
}

function partsOf(message: Fields, properties: Fields): SourceEvent {
  const { type } = message;
  switch (type) {
    case 'track':
      return trackedParts(message['event'], properties);
    case 'page':
    case 'screen':
      return { eventName: 'page_view', properties: unusedFields(properties, PAGE_PROPERTIES) };
    case 'identify':
      return { eventName: 'identify' };
    case 'group':
      return { eventName: 'group', properties: { group_id: message['groupId'] } };
    case 'alias':
      return { eventName: 'alias', properties: { previous_id: message['previousId'] } };
    default:
      return {};
  }
}

/**
 * The session. Segment's browser library has none, so it comes from a shop's plugin, RudderStack or
 * an Amplitude integration; a number is unique to its browser only. Without any, it is the
 * browser's day in UTC: the longest time that a single event can show.
 */
function sessionOf(message: Fields, context: Fields, time: unknown): string | undefined {
  const amplitude = objectOf(objectOf(message['integrations'])?.['Actions Amplitude']);
  const given = textOf(context['sessionId'] ?? context['session_id'] ?? amplitude?.['session_id']);
  const browser = textOf(message['anonymousId']);
  if (given !== null && !/^\d+$/.test(given)) return given;
  if (browser === null) return given ?? undefined;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(textOf(time) ?? '')?.[0];
  const session = given ?? day;
  return session === undefined ? undefined : `${browser}.${session}`;
}
