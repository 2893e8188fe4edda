import { bytesOf } from './batch';

/** Past this a request counts as lost, in milliseconds. */
const TIMEOUT = 10_000;

/** Browsers refuse `keepalive` for larger bodies. */
const KEEPALIVE_LIMIT = 64 * 1024;

/**
 * Posts a body. A plain text needs no permission of the server beforehand (CORS preflight), and `keepalive`
 * lets the request outlive its page. Never rejects.
 *
 * @returns the HTTP status, or 0 when there was no answer
 */
export async function post(endpoint: string, body: string): Promise<number> {
  try {
    const keepalive = bytesOf(body) <= KEEPALIVE_LIMIT;
    const signal = AbortSignal.timeout(TIMEOUT);
    return (await fetch(endpoint, { method: 'POST', body, keepalive, signal })).status;
  } catch {
    return 0;
  }
}

/** Hands a body to the browser, to be sent whatever becomes of the page. Tells whether the browser took it. */
export function beacon(endpoint: string, body: string): boolean {
  try {
    return navigator.sendBeacon(endpoint, body);
  } catch {
    return false;
  }
}
