import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ClickstreamEvent } from '@clickstream/event-schema';
import { buildSync } from 'esbuild';
import { eventsIn } from './page-front';

const TRACKER = resolve(import.meta.dirname, '../../../../libs/tracker');
/** The stub that the example page shows to others. */
const STUB = /<script>\s*window\.clickstream \?\?=[^]*?<\/script>/.exec(
  readFileSync(resolve(TRACKER, 'example/index.html'), 'utf8'),
)?.[0];

/**
 * A router as React Router is: address first, then the page, whose effect brings the
 * title, some of them later.
 */
const ROUTER = `<script type="module">
  const pages = { '/app': ['Home', 0], '/app/product/1': ['Product 1', 100], '/app/list': ['List', 0], '/app/cart': ['Cart', 0] };
  let timer;
  const show = () => queueMicrotask(() => {
    if (location.pathname === '/app/old') return go('/app/cart', true);
    const [title, late] = pages[location.pathname];
    clearTimeout(timer);
    late ? timer = setTimeout(() => (document.title = title), late) : (document.title = title);
    if (title === 'Product 1') clickstream.track('product_view', { product: { id: '1', name: 'One', price: 1 } });
  });
  window.go = (path, replace) => { history[replace ? 'replaceState' : 'pushState'](null, '', path); show(); };
  addEventListener('popstate', show);
  show();
</script>`;

const BODY = `<h1>A page</h1>
<a id="other" href="/other">Other</a> <button id="add" onclick="clickstream.track('home_view')">Add</button>
<div data-track="payment-card"><label id="cash"><input type="radio"> <b>Cash</b></label></div>
<shop-button></shop-button>
<script>
  document.querySelector('shop-button').attachShadow({ mode: 'open' }).innerHTML = '<button id="inner">Add to cart</button>';
</script>`;

/**
 * The landing gets its title from the server, however late the page's script loads on a slow
 * machine.
 */
const titleOf = (pathname: string) => (pathname === '/router' ? 'Home' : pathname);

/** A page's script with the libraries in it that it uses, as a shop builds them. */
function bundleOf(name: string): Uint8Array | undefined {
  return buildSync({
    entryPoints: [resolve(import.meta.dirname, `../pages/${name}.ts`)],
    bundle: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  }).outputFiles[0]?.contents;
}

/** Pages that are not ours, with the script tag in them. */
export interface StrangePages {
  readonly url: string;
  /** The events that the pages sent, each once, in the order in which they happened. */
  events(): ClickstreamEvent[];
  close(): Promise<void>;
}

/**
 * Serves them: any path under `/app` is a page with a router, under `/router` one of React Router;
 * `?consent=denied` sets an attribute; others are plain.
 */
export async function openStrangePages(endpoint = '/clickstream'): Promise<StrangePages> {
  const received = new Map<string, ClickstreamEvent>();
  const page = ({ pathname, searchParams }: URL) => `<!doctype html><title>${titleOf(pathname)}</title>${STUB}
<script src="/sbw.js" data-endpoint="${endpoint}" data-consent="${searchParams.get('consent') ?? 'granted'}" defer></script>
${BODY}${pathname.startsWith('/app') ? ROUTER : ''}
${pathname.startsWith('/router') ? '<script src="/react-router-page.js" defer></script>' : ''}`;
  let routerPage: Uint8Array | undefined;
  const scriptAt = (path: string) =>
    path === '/react-router-page.js'
      ? (routerPage ??= bundleOf('react-router-page'))
      : readFileSync(resolve(TRACKER, `dist${path}`));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method === 'POST')
      return void text(request).then((body) => {
        const events = eventsIn(body);
        for (const event of events) received.set(String(event.eventId), event);
        const answer = JSON.stringify({ accepted: events.length, rejected: [] });
        response.writeHead(202, { 'content-type': 'application/json' }).end(answer);
      });
    if (url.pathname.endsWith('.js')) {
      return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(scriptAt(url.pathname));
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(url));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    events: () => [...received.values()].sort((one, other) => Number(one.sequence) - Number(other.sequence)),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
