import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { buildSync } from 'esbuild';

const SENDERS = resolve(import.meta.dirname, '../senders');
const TRACKER = resolve(import.meta.dirname, '../../../../libs/tracker/dist');

/** The vendor of the library on the shop's pages. */
export type SenderPage = 'own' | 'ga4' | 'segment' | 'snowplow';

/**
 * Google's snippet for shops without the script from Google, and our listener on its data layer.
 */
const GOOGLES_SNIPPET = `<script>
  window.dataLayer = window.dataLayer || [];
  function gtag(){dataLayer.push(arguments);}
  gtag('js', new Date());
</script>
<script src="/data-layer.js"></script>`;

/**
 * A shop whose pages are all the same, at any path: they have the library of
 * the sender in `?sender=`.
 */
export interface SenderFront {
  close(): Promise<void>;
}

/**
 * Serves the shop.
 *
 * @param shopUrl an address that the API lets in
 */
export async function openSenderFront(shopUrl: string, apiUrl: string): Promise<SenderFront> {
  const scripts = new Map<string, Buffer>(
    ['/sbw.js', '/sbw-page.js', '/data-layer.js'].map((path) => [path, readFileSync(TRACKER + path)]),
  );
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', shopUrl);
    const script = scripts.get(pathname);
    if (script) return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    const sender = (searchParams.get('sender') ?? 'own') as SenderPage;
    const name = `/${sender}.js`;
    if (!scripts.has(name)) scripts.set(name, bundleOf(sender));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>
<title>A page</title>
${sender === 'ga4' ? GOOGLES_SNIPPET : ''}
${sender === 'own' || sender === 'ga4' ? `<script src="/sbw.js" data-endpoint="${apiUrl}/clickstream" data-page-views="off" data-clicks="off"></script>` : ''}
<script src="${name}"></script>`);
  });
  await new Promise<void>((done) => server.listen(Number(new URL(shopUrl).port), '127.0.0.1', done));
  return {
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The page's script with the sender's library in it, unchanged, as it came from npm. */
function bundleOf(sender: SenderPage): Buffer {
  const { outputFiles } = buildSync({
    entryPoints: [resolve(SENDERS, `${sender}-page.ts`)],
    bundle: true,
    format: 'iife',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return Buffer.from(outputFiles[0]?.contents ?? []);
}
