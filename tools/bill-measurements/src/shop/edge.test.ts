import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { startEdge } from './edge';

const CONTENT = 'const answer = 42;\n'.repeat(200);

it('sends files with Brotli and pages as the server compressed them, over HTTP/2', async () => {
  const server = createServer((request, response) => {
    const isZipped = request.headers['accept-encoding'] === 'gzip';
    const body = isZipped ? gzipSync(CONTENT) : Buffer.from(CONTENT);
    response.writeHead(200, {
      'content-type': 'text/html',
      'content-length': body.byteLength,
      ...(isZipped ? { 'content-encoding': 'gzip' } : {}),
    });
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const folder = mkdtempSync(join(tmpdir(), 'edge-'));
  const edge = await startEdge((server.address() as AddressInfo).port, folder);
  const session = connect(edge.url, { rejectUnauthorized: false });
  const ask = async (path: string) => {
    const stream = session.request({ ':path': path, 'accept-encoding': 'gzip, br' });
    const [headers] = await new Promise<[Record<string, unknown>]>((answered) =>
      stream.once('response', (...got) => answered(got as unknown as [Record<string, unknown>])),
    );
    const hex = await text(stream.setEncoding('hex'));
    return { encoding: headers['content-encoding'], body: Buffer.from(hex, 'hex') };
  };
  try {
    const [file, page] = [await ask('/_next/static/chunk.js'), await ask('/product/one')];
    expect(file.encoding).toBe('br');
    expect(brotliDecompressSync(file.body).toString()).toBe(CONTENT);
    expect(page.encoding).toBe('gzip');
    expect(gunzipSync(page.body).toString()).toBe(CONTENT);
  } finally {
    session.close();
    edge.stop();
    server.close();
    rmSync(folder, { recursive: true });
  }
});
