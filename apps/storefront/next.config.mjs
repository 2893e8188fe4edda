import { picturesVersion } from './pictures-version.mjs';
import { resolve } from 'node:path';

const workspaceRoot = resolve(import.meta.dirname, '../..');

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // The target typecheck does it, with the libraries' settings, and need not be waited for.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingRoot: workspaceRoot,
  env: { PICTURES_VERSION: picturesVersion(resolve(workspaceRoot, 'libs/product-pictures/src')) },
  // The proxy sets the headers of pages; files do not pass through it.
  headers: async () => [
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
  serverExternalPackages: ['typeorm', 'pg'],
};
