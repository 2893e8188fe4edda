import { objectOf, textOf } from '../../normalize/field-values';
import type { SenderAdapter } from '../adapter';
import type { SourceEvent } from '../../source-event';
import { rowEventId } from '../shared/row-event-id';
import type { Fields } from '../shared/snake-names';
import { selfDescribedParts } from './self-described-parts';
import { entitiesOf, USER, type SelfDescribing } from './self-describing';
import { structuredParts, transactionItemParts, transactionParts } from './structured-parts';

const SESSION = 'com.snowplowanalytics.snowplow/client_session';
const NOTHING: Fields = {};
const MILLISECONDS = /^\d{13}$/;

/** The kinds of event in Snowplow's protocol. */
const KINDS: ReadonlySet<unknown> = new Set(['pv', 'pp', 'se', 'ue', 'tr', 'ti']);

/** Reads events of Snowplow's tracker protocol. */
export const snowplow: SenderAdapter = {
  name: 'snowplow',
  recognizes: (event) =>
    KINDS.has(event['e']) && (event['tv'] ?? event['eid'] ?? event['p'] ?? event['aid']) !== undefined,
  toSourceEvent: snowplowToSourceEvent,
};

function snowplowToSourceEvent(event: Fields): SourceEvent {
  const entities = entitiesOf(event);
  const dataOf = (wanted: string) => entities.find(({ name }) => name === wanted)?.data ?? NOTHING;
  const user = dataOf(USER);
  // Apps keep their session in an entity.
  const session = dataOf(SESSION);
  const isGuest = user['is_guest'] === true;
  const userId = event['uid'] ?? (isGuest ? undefined : user['id']);
  const stamp = objectOf(event['_ingest']) ?? NOTHING;
  return {
    eventId: eventIdFrom(event),
    // The device's clock, unless the shop has set the time.
    eventTimestamp: isoOf(event['ttm'] ?? event['dtm']),
    clientId: event['duid'] ?? session['userId'],
    sessionId: event['sid'] ?? session['sessionId'],
    isFirstVisit: isFirstVisit(event['vid'] ?? session['sessionIndex']),
    userId,
    userLoginState: isGuest ? 'guest' : userId === undefined ? 'anonymous' : 'logged_in',
    identitySource: userId === undefined ? 'anonymous' : 'snowplow',
    pageUrl: event['url'],
    pageTitle: event['page'],
    referrer: event['refr'],
    ...partsOf(event, entities),
    _ingest: { ...stamp, userAgent: event['ua'] ?? stamp['userAgent'] },
  };
}

/** Times are milliseconds since 1970, in text. */
function isoOf(time: unknown): unknown {
  const text = textOf(time) ?? '';
  return MILLISECONDS.test(text) ? new Date(Number(text)).toISOString() : time;
}

/**
 * Products that one event has put into the cart share its id, except for a number:
 * `unpack-request.ts`.
 */
function eventIdFrom({ eid, dtm }: Fields): unknown {
  const time = textOf(dtm) ?? '';
  const isOfMany = /#\d+$/.test(textOf(eid) ?? '') && MILLISECONDS.test(time);
  return isOfMany ? rowEventId(Number(time), ['snowplow', eid]) : eid;
}

function partsOf(event: Fields, entities: readonly SelfDescribing[]): SourceEvent {
  switch (event['e']) {
    case 'pv':
      return { eventName: 'page_view' };
    case 'pp':
      // It reports that a page is still in view, which is not a page view.
      return { eventName: 'page_ping' };
    case 'se':
      return structuredParts(event);
    case 'tr':
      return transactionParts(event);
    case 'ti':
      return transactionItemParts(event);
    case 'ue':
      return selfDescribedParts(event, entities);
    default:
      return {};
  }
}

/** Sessions of a browser are counted from 1. */
function isFirstVisit(index: unknown): boolean | undefined {
  return index === undefined ? undefined : textOf(index) === '1';
}
