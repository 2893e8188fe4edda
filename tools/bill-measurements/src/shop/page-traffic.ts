import type { CDPSession, Page } from 'playwright-core';

/** Kinds of answers: the first three are made by the server, the others are files. */
const KINDS = ['document', 'navigation', 'question', 'script', 'font', 'picture'] as const;
type Kind = (typeof KINDS)[number];
type Counts = Record<Kind, number>;
type PageKind = 'document' | 'navigation';

/** Requests of pages and their bytes over the network, by kind. */
export interface PageTraffic {
  readonly requests: Counts;
  readonly bytes: Counts;
  /** Pages that the server's cache of pages answered. */
  readonly kept: Readonly<Record<PageKind, number>>;
  /** Those of them that it made for this answer, or after it. */
  readonly made: number;
}

/** Answers that the server makes. */
export const madeByServer = ({ document, navigation, question }: Counts): number =>
  document + navigation + question;

/** Files of the build. */
export const filesOfBuild = ({ script, font }: Counts): number => script + font;

function kindOf({ url, headers }: { url: string; headers: object }, isDocument: boolean): Kind {
  if (url.includes('/pictures/')) return 'picture';
  if (/\.woff2$/.test(url)) return 'font';
  if (url.includes('/_next/static/') || /\.(ico|svg)$/.test(url)) return 'script';
  if (isDocument) return 'document';
  return 'RSC' in headers || 'rsc' in headers ? 'navigation' : 'question';
}

/** Counts what pages of the shop load, without what the browser has in its cache. */
export function trafficCounter(shopUrl: string) {
  const none = () => Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Counts;
  const traffic = { requests: none(), bytes: none(), kept: { document: 0, navigation: 0 }, made: 0 };
  let open = 0;

  async function follow(page: Page): Promise<void> {
    const session: CDPSession = await page.context().newCDPSession(page);
    const kinds = new Map<string, Kind>();
    /** Bytes of answers so far. */
    const arrived = new Map<string, number>();
    // Requests of a page that was closed before they ended never end.
    open = 0;
    await session.send('Network.enable');
    session.on('Network.requestWillBeSent', ({ request, requestId, type }) => {
      if (!request.url.startsWith(shopUrl)) return;
      if (!kinds.has(requestId)) open += 1;
      kinds.set(requestId, kindOf(request, type === 'Document'));
    });
    session.on('Network.responseReceived', ({ requestId, response: { headers, encodedDataLength } }) => {
      arrived.set(requestId, encodedDataLength);
      const kind = kinds.get(requestId);
      const answer = headers['x-nextjs-cache'];
      if (!answer || (kind !== 'document' && kind !== 'navigation')) return;
      traffic.kept[kind] += 1;
      if (answer !== 'HIT') traffic.made += 1;
    });
    session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      arrived.set(requestId, (arrived.get(requestId) ?? 0) + encodedDataLength);
    });
    session.on('Network.requestServedFromCache', ({ requestId }) => {
      if (kinds.delete(requestId)) open -= 1;
    });
    const ended = (requestId: string, bytes: number) => {
      const kind = kinds.get(requestId);
      if (!kind) return;
      open -= 1;
      kinds.delete(requestId);
      if (bytes === 0) return;
      traffic.requests[kind] += 1;
      traffic.bytes[kind] += bytes;
    };
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      ended(requestId, encodedDataLength),
    );
    // The router ends a page of one visitor itself once it has read it; and the next letter of a
    // search ends the question about the last one, which the server answers nevertheless.
    session.on('Network.loadingFailed', ({ requestId }) => ended(requestId, arrived.get(requestId) || 1));
  }

  /** Waits until the page has loaded all that it asked for. */
  async function settled(): Promise<void> {
    const until = performance.now() + 10_000;
    for (let quiet = 0; quiet < 4 && performance.now() < until; quiet = open > 0 ? 0 : quiet + 1)
      await new Promise((later) => setTimeout(later, 60));
  }

  return { follow, settled, traffic: traffic as PageTraffic };
}
