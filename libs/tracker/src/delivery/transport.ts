import type { IngestAnswer } from '@clickstream/event-schema';
import { bytesOf } from './batch';

/** Past this a request counts as lost, in milliseconds. */
const TIMEOUT = 10_000;

/** Browsers refuse `keepalive` for larger bodies. */
const KEEPALIVE_LIMIT = 64 * 1024;

/**
 * The outcome of a request: the HTTP status, or 0 when there was no answer, or one that broke
 * off; the milliseconds that the server wants to be left alone; and what became of the events, if
 * the server took the request.
 */
export type Answer = readonly [status: number, wait: number, events?: IngestAnswer];

/** Milliseconds of a header `Retry-After`, which holds seconds or a date. */
function waitOf(retryAfter: string | null): number {
  return Math.max(Number(retryAfter) * 1000 || Date.parse(`${retryAfter}`) - Date.now() || 0, 0);
}

/**
 * Posts a body. A plain text needs no permission of the server beforehand (CORS preflight), and
 * `keepalive` lets the request outlive its page. Never rejects.
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
 * Hands a body to the browser, to be sent whatever becomes of the page. Tells
 * whether the browser took it.
 */
export function beacon(endpoint: string, body: string): boolean {
  try {
    return navigator.sendBeacon(endpoint, body);
  } catch {
    return false;
  }
}
