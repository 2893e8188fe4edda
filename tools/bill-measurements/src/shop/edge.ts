import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress } from 'node:zlib';

/** A network in front of a server. */
export interface Edge {
  readonly url: string;
  /** Switch with which Chromium trusts its certificate: it keeps no files of others. */
  readonly trusted: string;
  stop(): void;
}

/** Headers that belong to a connection of HTTP/1. */
const OF_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'content-length'];

/** Headers that CloudFront adds, as long as its own. */
const ADDED = {
  via: '1.1 0123456789abcdef0123456789abcdef.cloudfront.net (CloudFront)',
  'x-amz-cf-pop': 'SGN50-P1',
  'x-cache': 'Hit from cloudfront',
};

/** Files of the build, which Amplify's network has; all else comes from the server. */
const FILES = '/_next/static/';

const COMPRESSIBLE = /^(text\/|application\/javascript)/;
/** CloudFront leaves smaller files as they are. */
const LEAST_BYTES = 1000;

/**
 * Serves what a server answers as Amplify's network does: over HTTP/2, whose headers are
 * compressed, and files of the build with Brotli; the server compresses its answers itself. It
 * keeps nothing.
 *
 * @param folder for its key
 */
export async function startEdge(serverPort: number, folder: string): Promise<Edge> {
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name)) as [string, string];
  const ofLocalhost = ['-subj', '/CN=127.0.0.1', '-days', '2'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...ofLocalhost, '-keyout', key, '-out', cert],
    { stdio: 'ignore' },
  );
  const server = createSecureServer(
    { key: readFileSync(key), cert: readFileSync(cert) },
    (asked, answer) => void passOn(serverPort, asked, answer),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    trusted: `--ignore-certificate-errors-spki-list=${hashOfKey(readFileSync(cert))}`,
    stop: () => void server.close(),
  };
}

function hashOfKey(certificate: Buffer): string {
  const key = createPublicKey(certificate).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

async function passOn(port: number, asked: Http2ServerRequest, answer: Http2ServerResponse): Promise<void> {
  const headers = Object.fromEntries(Object.entries(asked.headers).filter(([name]) => !name.startsWith(':')));
  const host = asked.authority;
  const encoding = asked.url.startsWith(FILES) ? 'identity' : 'gzip';
  const changed = {
    host,
    'x-forwarded-host': host,
    'x-forwarded-proto': 'https',
    'accept-encoding': encoding,
  };
  const inner = request(
    { port, host: '127.0.0.1', method: asked.method, path: asked.url },
    (from) => void send(from, answer).catch(() => answer.stream.close()),
  );
  for (const [name, value] of Object.entries({ ...headers, ...changed }))
    if (value !== undefined) inner.setHeader(name, value);
  inner.on('error', () => answer.stream.close());
  // A page that is left cancels its requests.
  answer.stream.on('close', () => inner.destroy());
  asked.pipe(inner);
}

async function send(
  from: NodeJS.ReadableStream & { readonly statusCode?: number; readonly headers: IncomingHttpHeaders },
  answer: Http2ServerResponse,
): Promise<void> {
  const kept = Object.entries(from.headers).filter(([name]) => !OF_CONNECTION.includes(name));
  const { 'content-type': type = '', 'content-encoding': encoding, 'content-length': length } = from.headers;
  const isCompressed = !encoding && COMPRESSIBLE.test(type) && Number(length) >= LEAST_BYTES;
  answer.writeHead(from.statusCode ?? 502, {
    ...Object.fromEntries(kept),
    ...ADDED,
    'x-amz-cf-id': crypto.randomUUID() + crypto.randomUUID().slice(0, 20),
    ...(isCompressed ? { 'content-encoding': 'br' } : {}),
  });
  if (!isCompressed) return pipeline(from, answer);
  const brotli = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return pipeline(from, brotli, answer);
}
