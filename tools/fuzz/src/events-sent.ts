import type { GatewayRequest } from './real-code';

type Json = Record<string, unknown>;

/** Number of events in a request, counted independently of ingest. */
export interface EventsSent {
  readonly events: number;
  /**
   * Largest number of lines for these events: one that adds several products to the cart becomes
   * one line for each product.
   */
  readonly lines: number;
}

/** Greatest depth of a list of products in an event. */
const LIST_DEPTH = 6;

/** @returns null if the events of the request cannot be counted */
export function eventsSent({
  rawPath,
  body = '',
  isBase64Encoded,
  requestContext,
}: GatewayRequest): EventsSent | null {
  if (requestContext.http.method === 'GET') return { events: 1, lines: Infinity };
  const value = parsed(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body);
  if (typeof value !== 'object' || value === null) return null;
  const list = listIn(rawPath, value as Json);
  if (list === null) return null;
  const lines = list.reduce<number>((sum, event) => sum + Math.max(1, longestList(event, LIST_DEPTH)), 0);
  // Snowplow's events have their products in text, in base64.
  return { events: list.length, lines: isSnowplows(rawPath, value as Json) ? Infinity : lines };
}

const isSnowplows = (path: string, { schema }: Json): boolean =>
  path.endsWith('/tp2') || String(schema).startsWith('iglu:com.snowplowanalytics');

function longestList(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null || depth === 0) return 0;
  const lengths = Object.values(value).map((inner) => longestList(inner, depth - 1));
  return Math.max(Array.isArray(value) ? value.length : 0, ...lengths);
}

function listIn(path: string, value: Json): unknown[] | null {
  if (path.endsWith('/tp2')) return arrayOf(value['data']);
  if (path === '/mp/collect') return arrayOf(value['events']);
  if (path === '/v1/batch') return arrayOf(value['batch']);
  if (path === '/i') return null;
  if (/^\/v1\/[^/]+$/.test(path)) return [value];
  if (Array.isArray(value)) return value;
  // Requests of other trackers are known at our path by their form.
  const isOurs = 'eventName' in value;
  if (!isOurs && Array.isArray(value['batch'])) return value['batch'];
  if (!isOurs && isSnowplows(path, value) && Array.isArray(value['data'])) return value['data'];
  return 'events' in value && !('eventName' in value) ? arrayOf(value['events']) : [value];
}

const arrayOf = (value: unknown): unknown[] | null => (Array.isArray(value) ? value : null);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}
