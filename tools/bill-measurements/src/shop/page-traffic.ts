import type { CDPSession, Page } from 'playwright-core';

/** Kinds of requests of a page, by what they cost. */
type Kind = 'rendered' | 'picture' | 'file';

/** Requests of pages and their bytes over the network, by kind. */
export interface PageTraffic {
  readonly requests: Record<Kind, number>;
  readonly bytes: Record<Kind, number>;
  /** Rendered requests that the server's cache of pages answered. */
  readonly kept: number;
}

/** A page made for a visitor, a picture that is the same for all, or a file of the build. */
function kindOf(url: string): Kind {
  if (url.includes('/_next/static/') || /\.(ico|svg)$/.test(url))
    return url.includes('/pictures/') ? 'picture' : 'file';
  return 'rendered';
}

/** Counts what pages of the shop load, without what the browser has in its cache. */
export function trafficCounter(shopUrl: string) {
  const none = () => ({ rendered: 0, picture: 0, file: 0 });
  const traffic = { requests: none(), bytes: none(), kept: 0 };
  let open = 0;

  async function follow(page: Page): Promise<void> {
    const session: CDPSession = await page.context().newCDPSession(page);
    const kinds = new Map<string, Kind>();
    // Requests of a page that was closed before they ended never end.
    open = 0;
    await session.send('Network.enable');
    session.on('Network.requestWillBeSent', ({ request, requestId }) => {
      if (!request.url.startsWith(shopUrl)) return;
      if (!kinds.has(requestId)) open += 1;
      kinds.set(requestId, kindOf(request.url));
    });
    session.on('Network.responseReceived', ({ requestId, response: { headers } }) => {
      if (kinds.get(requestId) === 'rendered' && headers['x-nextjs-cache']) traffic.kept += 1;
    });
    session.on('Network.requestServedFromCache', ({ requestId }) => {
      if (kinds.delete(requestId)) open -= 1;
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId);
      if (!kind) return;
      open -= 1;
      kinds.delete(requestId);
      if (encodedDataLength === 0) return;
      traffic.requests[kind] += 1;
      traffic.bytes[kind] += encodedDataLength;
    });
    session.on('Network.loadingFailed', ({ requestId }) => {
      if (kinds.delete(requestId)) open -= 1;
    });
  }

  /** Waits until the page has loaded all that it asked for. */
  async function settled(): Promise<void> {
    const until = performance.now() + 10_000;
    for (let quiet = 0; quiet < 4 && performance.now() < until; quiet = open > 0 ? 0 : quiet + 1)
      await new Promise((later) => setTimeout(later, 60));
  }

  /** Waits until a page is rendered by the server, if the browser asks for one at all. */
  async function rendered(before: number): Promise<void> {
    for (let waited = 0; waited < 2_000 && traffic.requests.rendered === before; waited += 60)
      await new Promise((later) => setTimeout(later, 60));
  }

  return { follow, settled, rendered, traffic: traffic as PageTraffic };
}
