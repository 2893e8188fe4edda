import type { GatewayRequest } from './real-code';

type Json = Record<string, unknown>;

/** How many events a request holds, counted apart from ingest: at least, where one may become several. */
export interface EventsSent {
  readonly events: number;
  readonly isExact: boolean;
}

/** @returns null where the request says nothing that can be counted */
export function eventsSent({
  rawPath,
  body = '',
  isBase64Encoded,
  requestContext,
}: GatewayRequest): EventsSent | null {
  if (requestContext.http.method === 'GET') return { events: 1, isExact: false };
  const value = parsed(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body);
  if (typeof value !== 'object' || value === null) return null;
  const list = listIn(rawPath, value as Json);
  return list === null ? null : { events: list.length, isExact: !rawPath.endsWith('/tp2') };
}

function listIn(path: string, value: Json): unknown[] | null {
  if (path.endsWith('/tp2')) return arrayOf(value['data']);
  if (path === '/mp/collect') return arrayOf(value['events']);
  if (path === '/v1/batch') return arrayOf(value['batch']);
  if (path === '/i') return null;
  if (/^\/v1\/[^/]+$/.test(path)) return [value];
  if (Array.isArray(value)) return value;
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
