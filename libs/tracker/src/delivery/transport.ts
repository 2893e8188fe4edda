import type { IngestAnswer } from '@clickstream/event-schema';
import { bytesOf } from './batch';

/** After this time a request counts as lost, in milliseconds. */
const TIMEOUT = 10_000;

/** Browsers refuse `keepalive` for larger bodies. */
const KEEPALIVE_LIMIT = 64 * 1024;

/**
 * The outcome of a request: the HTTP status, or 0 when there was no complete answer; the
 * milliseconds of the pause that the server asks for; and the outcome of the events, if the server
 * accepted the request.
 */
export type Answer = readonly [status: number, wait: number, events?: IngestAnswer];

/** Milliseconds of a header `Retry-After`, which holds seconds or a date. */
function waitOf(retryAfter: string | null): number {
  return Math.max(Number(retryAfter) * 1000 || Date.parse(`${retryAfter}`) - Date.now() || 0, 0);
}

/**
 * Posts a body. Plain text needs no CORS preflight, and `keepalive` lets the request outlive its
 * page. Never rejects.
 */
export async function post(endpoint: string, body: string): Promise<Answer> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      body,
      keepalive: bytesOf(body) <= KEEPALIVE_LIMIT,
      signal: AbortSignal.timeout?.(TIMEOUT),
    });
    const events = response.ok ? ((await response.json()) as IngestAnswer) : undefined;
    return [response.status, waitOf(response.headers.get('retry-after')), events];
  } catch {
    return [0, 0];
  }
}

/**
 * Hands a body to the browser, to be sent even if the page closes. Returns true when the browser
 * accepted it.
 */
export function beacon(endpoint: string, body: string): boolean {
  try {
    return navigator.sendBeacon(endpoint, body);
  } catch {
    return false;
  }
}
