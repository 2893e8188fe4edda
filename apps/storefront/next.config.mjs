import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const workspaceRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // The target typecheck does it, with the libraries' own settings, and need not be waited for.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingRoot: workspaceRoot,
  // TypeORM looks its driver up at run time, which a bundler cannot follow.
  serverExternalPackages: ['typeorm', 'pg'],
};
