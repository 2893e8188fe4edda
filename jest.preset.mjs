import { resolve } from 'node:path';

// Silences the warning of the AWS SDK about Node 20.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const root = import.meta.dirname;

/**
 * The jest configuration that every project shares.
 *
 * @param {string} name the Nx project's name, shown before each test file
 * @param {{ servers?: boolean, overrides?: import('jest').Config }} [options] `servers: true`
 *   gives each test file a real PostgreSQL and an S3 server: their addresses are in the
 *   environment variables `TEST_POSTGRES_URL` (a superuser) and `TEST_S3_URL`, one pair for the
 *   whole run of the project.
 * @returns {import('jest').Config}
 */
export function jestConfig(name, { servers = false, overrides = {} } = {}) {
  return {
    displayName: name,
    testEnvironment: 'node',
    // A limit for what hangs, not a measure: build machines can be many times slower than a desk.
    testTimeout: 120_000,
    testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
    transform: {
      '^.+\\.[mc]?[tj]sx?$': [
        '@swc/jest',
        {
          jsc: {
            target: 'es2023',
            parser: { syntax: 'typescript', tsx: true, decorators: true },
            transform: { legacyDecorator: true, react: { runtime: 'automatic' } },
          },
          module: { type: 'commonjs' },
        },
      ],
    },
    // Packages that ship only ES modules are compiled like our own source.
    transformIgnorePatterns: ['/node_modules/(?!(fast-check|pure-rand|jose|isbot|qr)/)'],
    ...(servers
      ? {
          globalSetup: resolve(root, 'tools/local-servers/src/jest/start-servers.ts'),
          globalTeardown: resolve(root, 'tools/local-servers/src/jest/stop-servers.ts'),
        }
      : {}),
    reporters: ['default', [resolve(root, 'tools/workspace/src/reporters/jest-summary.mjs'), { name }]],
    ...overrides,
  };
}
