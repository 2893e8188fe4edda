import { LIMITS } from '../../limits';
import { amountOf, idOf, objectOf, textOf } from '../../normalize/field-values';
import type { SourceEvent } from '../../source-event';
import { isoTime } from '../shared/iso-time';
import { withCampaign, type CampaignParts } from '../shared/with-campaign';
import { channelOfGrouping } from './channel-grouping';
import { actionFields, listFields } from './hit-commerce';

type Fields = Readonly<Record<string, unknown>>;
const NOTHING: Fields = {};

/** The most parts of one hit that have separate positions: more than a hit has. */
const PLACES_OF_A_HIT = 100;

/** Gives an event of the Universal Analytics export our names. */
export function toSourceEvent(event: Fields): SourceEvent {
  const hit = objectOf(event['hit']) ?? NOTHING;
  const visitor = idOf(event['fullVisitorId']);
  const stamp = objectOf(event['_ingest']) ?? NOTHING;
  const grouping = textOf(event['channelGrouping']);
  return {
    eventId: event['eventId'],
    eventTimestamp: isoTime((amountOf(event['visitStartTime']) ?? 0) * 1_000 + (amountOf(hit['time']) ?? 0)),
    sequence: (amountOf(hit['hitNumber']) ?? 0) * PLACES_OF_A_HIT + (amountOf(event['index']) ?? 0),
    clientId: visitor,
    sessionId: sessionIdOf(event),
    isFirstVisit: amountOf(event['newVisits']) === 1,
    userId: event['userId'],
    ...pageFields(event, hit),
    ...partFields(event, hit),
    exported: {
      device: objectOf(event['device'])?.['deviceCategory'],
      channel: grouping === null ? null : channelOfGrouping(grouping),
    },
    // The user agent of the import is not that of the visitor.
    _ingest: { receivedAt: stamp['receivedAt'] },
  };
}

/**
 * Google's session id is the second in which the session began: another visitor may have the same
 * one.
 */
const sessionIdOf = (event: Fields): string =>
  `${textOf(event['fullVisitorId'])}-${textOf(event['visitId'])}`;

function pageFields(event: Fields, hit: Fields): SourceEvent {
  const page = objectOf(hit['page']) ?? NOTHING;
  const path = textOf(page['pagePath'], LIMITS.maxUrl);
  const address = path === null ? null : `https://${textOf(page['hostname']) ?? ''}${path}`;
  const isEntrance = hit['isEntrance'] === true;
  return {
    pageUrl: address !== null && isEntrance ? withCampaign(address, campaignOf(event)) : address,
    pageTitle: page['pageTitle'],
    referrer: hit['referer'],
  };
}

/**
 * The campaign that the export names for the session; one derived from the referrer does not count.
 */
function campaignOf(event: Fields): CampaignParts {
  const source = objectOf(event['trafficSource']) ?? NOTHING;
  const medium = textOf(source['medium']);
  if (medium === null || /^(\(none\)|referral|organic)$/.test(medium)) return {};
  return {
    utm_source: textOf(source['source']),
    utm_medium: medium,
    utm_campaign: textOf(source['campaign']),
    utm_term: textOf(source['keyword']),
  };
}

function partFields(event: Fields, hit: Fields): SourceEvent {
  const about = { hit: { number: hit['hitNumber'], type: hit['type'], interaction: hit['isInteraction'] } };
  switch (event['part']) {
    case 'page':
      return { eventName: 'page_view', properties: about };
    case 'list':
      return { ...listFields(hit), properties: about };
    case 'search':
      return {
        eventName: 'search',
        search: { term: objectOf(hit['page'])?.['searchKeyword'] },
        properties: about,
      };
    case 'action':
      return { ...actionFields(hit, sessionIdOf(event)), properties: about };
    default:
      return { eventName: ownName(hit), properties: { ...about, event: hit['eventInfo'] } };
  }
}

/**
 * The name of a custom event: its action in the form of our names, except for actions with a
 * meaning.
 */
function ownName(hit: Fields): string {
  const action = textOf(objectOf(hit['eventInfo'])?.['eventAction']) ?? textOf(hit['type']) ?? 'event';
  const plain = action
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  return `ua_${plain}`.slice(0, 64);
}
