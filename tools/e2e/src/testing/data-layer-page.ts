import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const TRACKER = resolve(import.meta.dirname, '../../../../libs/tracker/dist');

/**
 * Google's snippet as used by shops, without its script from Google, and ours below it.
 */
const PAGE = `<!doctype html><title>Shop</title>
<script async src="https://www.googletagmanager.com/gtag/js?id=G-0000000000"></script>
<script>
  window.dataLayer = window.dataLayer || [];
  function gtag(){dataLayer.push(arguments);}
  gtag('js', new Date());
  gtag('config', 'G-0000000000');
  gtag('event', 'view_item', { currency: 'USD', value: 10.01, items: [{ item_id: 'SKU_1', item_name: 'Tee', price: 10.01 }] });
</script>
<script src="/data-layer.js"></script>
<script src="/sbw.js" data-endpoint="/clickstream" defer></script>
<h1>Tee</h1>`;

/** A page of a shop with Google's tag, our tracker and our listener on the data layer. */
export interface DataLayerPage {
  readonly url: string;
  /** The events that were sent, in order. */
  readonly events: Readonly<Record<string, unknown>>[];
  close(): Promise<void>;
}

/** Serves the page, and receives its events. */
export async function openDataLayerPage(): Promise<DataLayerPage> {
  const events: Record<string, unknown>[] = [];
  const scripts = new Map(
    ['/sbw.js', '/sbw-page.js', '/data-layer.js'].map((path) => [path, readFileSync(TRACKER + path, 'utf8')]),
  );
  const server = createServer((request, response) => {
    if (request.method !== 'POST') {
      const script = scripts.get(request.url ?? '');
      const type = script === undefined ? 'text/html; charset=utf-8' : 'text/javascript';
      return void response.writeHead(200, { 'content-type': type }).end(script ?? PAGE);
    }
    return void text(request).then((body) => {
      const sent = (JSON.parse(body) as { events: Record<string, unknown>[] }).events;
      events.push(...sent);
      response
        .writeHead(202, { 'content-type': 'application/json' })
        .end(JSON.stringify({ accepted: sent.length, rejected: [] }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    events,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
