/** A request that a shop's page makes. */
export interface AskedRequest {
  readonly name: string;
  readonly url: string;
  readonly type: 'script' | 'xhr' | 'ping' | 'image';
  /** True when the documents say that the lists block it. */
  readonly isBlocked: boolean;
}

/** The page that makes them. */
export const PAGE = 'https://www.shop.example/category/laptops';

const OWN_HOST = 'https://www.shop.example';
const OWN_SUBDOMAIN = 'https://events.shop.example';
const GATEWAY = 'https://k3v9x2a1bc.execute-api.ap-southeast-1.amazonaws.com';

const passes = (name: string, type: AskedRequest['type'], url: string): AskedRequest => {
  return { name, url, type, isBlocked: false };
};
const blocked = (name: string, type: AskedRequest['type'], url: string): AskedRequest => {
  return { name, url, type, isBlocked: true };
};

/**
 * Requests of our tracker and of the trackers of others, on each kind of host.
 */
export const ASKED: readonly AskedRequest[] = [
  ...[OWN_HOST, OWN_SUBDOMAIN].flatMap((host) => [
    passes('script', 'script', `${host}/sbw.js`),
    passes('script for routes and clicks', 'script', `${host}/sbw-page.js`),
    passes('listener of the data layer', 'script', `${host}/data-layer.js`),
    passes('events', 'xhr', `${host}/clickstream`),
    passes('events of a page that is left', 'ping', `${host}/clickstream`),
  ]),
  passes('events', 'xhr', `${GATEWAY}/clickstream`),
  blocked('events of a page that is left', 'ping', `${GATEWAY}/clickstream`),
  passes('Measurement Protocol of Google Analytics', 'xhr', `${GATEWAY}/mp/collect`),
  passes('Segment', 'xhr', `${GATEWAY}/v1/batch`),
  passes('Snowplow by postPath', 'xhr', `${GATEWAY}/clickstream`),
  blocked('Snowplow', 'xhr', `${GATEWAY}/com.snowplowanalytics.snowplow/tp2`),
];
