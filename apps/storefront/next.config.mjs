import { resolve } from 'node:path';
import { routesOfPages } from './cached-pages.mjs';
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_SERVER } from 'next/constants.js';

const workspaceRoot = resolve(import.meta.dirname, '../..');

/**
 * The version is written into the build. A server that runs it may not have the source.
 *
 * @param {string} phase
 * @returns {Promise<import('next').NextConfig>}
 */
export default async (phase) => ({
  poweredByHeader: false,
  reactStrictMode: true,
  // The target typecheck does it, with the libraries' settings, and need not be waited for.
  typescript: { ignoreBuildErrors: true },
  // Pages that are the same for everybody are made at the first request.
  ...(phase !== PHASE_DEVELOPMENT_SERVER && { cacheHandler: resolve(import.meta.dirname, 'page-cache.mjs') }),
  // A page that nobody asked for in ten minutes is made again before it is sent.
  expireTime: 600,
  // The file system of a function is read-only.
  experimental: {
    isrFlushToDisk: false,
    // The proxy refuses larger ones by what they say of themselves: see src/limits/large-form.ts.
    serverActions: { bodySizeLimit: 100_000 },
  },
  outputFileTracingRoot: workspaceRoot,
  env: phase === PHASE_PRODUCTION_SERVER ? {} : { PICTURES_VERSION: await picturesVersion() },
  rewrites: async () => routesOfPages(),
  // The proxy sets the headers of pages; files do not pass through it.
  headers: async () => [
    // Next compresses by a type that is set here. One of a route is an array, which it cannot read.
    { source: '/pictures/:path*', headers: [{ key: 'content-type', value: 'image/svg+xml' }] },
    // Pages name it with a hash of it.
    {
      source: '/icon.svg',
      headers: [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }],
    },
    {
      source: '/:file(_next/static/.*|pictures/.*|icon.svg|favicon.ico)',
      headers: [
        { key: 'strict-transport-security', value: 'max-age=31536000' },
        { key: 'x-content-type-options', value: 'nosniff' },
        { key: 'cross-origin-resource-policy', value: 'same-origin' },
      ],
    },
  ],
  // TypeORM looks its driver up at run time, which a bundler cannot follow.
  // So does rate-limiter-flexible with its many stores, of which the shop uses the memory.
  serverExternalPackages: ['typeorm', 'pg', 'rate-limiter-flexible'],
});

async function picturesVersion() {
  const { versionOf } = await import('./pictures-version.mjs');
  return versionOf(resolve(workspaceRoot, 'libs/product-pictures/src'));
}
