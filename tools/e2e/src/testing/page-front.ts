import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { ClickstreamEvent } from '@clickstream/event-schema';

const TRACKER = resolve(import.meta.dirname, '../../../../libs/tracker');

const SANDBOXED = '/sandboxed';

/** The CORS headers of the API for a page of any origin. */
const OPEN = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' };

/**
 * The outcome of a request with events: it reaches the API, finds it down, hangs before it, or
 * reaches it and the answer never comes back.
 */
export type Way = 'open' | 'down' | 'stuck' | 'no answer';

/** A static page with the tracker in a script tag, and its connection to the API. */
export interface PageFront {
  readonly url: string;
  /** The same page without an origin, and so without storage and locks. */
  readonly sandboxedUrl: string;
  // eslint-disable-next-line members/readonly-properties -- Tests open and close the way.
  way: Way;
  /** Bodies of all requests received, whatever their outcome. */
  readonly bodies: string[];
  /** Requests that waited for an answer at the same time, at most. */
  mostAtOnce: number;
  close(): Promise<void>;
}

/** The events in a body. */
export const eventsIn = (body: string) => (JSON.parse(body) as { events: ClickstreamEvent[] }).events;

/** Serves the example page of the tracker, and acts as a proxy between it and the API. */
export async function openPageFront(apiUrl: string): Promise<PageFront> {
  const scripts = new Map(
    ['/sbw.js', '/sbw-page.js'].map((file) => [file, readFileSync(resolve(TRACKER, `dist${file}`))]),
  );
  const page = readFileSync(resolve(TRACKER, 'example/index.html'), 'utf8').replace(
    /data-endpoint="[^"]*"/,
    'data-endpoint="/clickstream"',
  );
  let atOnce = 0;
  const bodies: string[] = [];

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    bodies.push(body);
    if (front.way === 'stuck') return;
    if (front.way === 'down') return void response.writeHead(503, { ...OPEN, 'retry-after': '5' }).end();
    const answer = await fetch(`${apiUrl}/clickstream`, { method: 'POST', body });
    const text = await answer.text();
    if (front.way === 'no answer') return;
    response.writeHead(answer.status, { ...OPEN, 'content-type': 'application/json' }).end(text);
  }

  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      atOnce += 1;
      front.mostAtOnce = Math.max(front.mostAtOnce, atOnce);
      response.once('close', () => (atOnce -= 1));
      // The API is down, or the page is closed: nothing is left to answer.
      pass(request, response).catch(() => response.destroy());
    } else if (scripts.has(request.url ?? '')) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(scripts.get(request.url ?? ''));
    } else {
      const sandbox = request.url === SANDBOXED ? { 'content-security-policy': 'sandbox allow-scripts' } : {};
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...sandbox }).end(page);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const front: PageFront = {
    url: `${origin}/`,
    sandboxedUrl: origin + SANDBOXED,
    way: 'open',
    bodies,
    mostAtOnce: 0,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return front;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
