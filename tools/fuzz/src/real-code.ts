import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { WORKSPACE } from '@clickstream/bench/bundle-of';
import { build } from 'esbuild';
import type fc from 'fast-check';
import type { PutInput } from './memory-s3';

/** A request of API Gateway (HTTP API, payload 2.0), as far as ingest reads it. */
export interface GatewayRequest {
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
  readonly requestContext: {
    readonly requestId: string;
    readonly http: { readonly method: string; readonly sourceIp: string; readonly userAgent: string };
  };
}

/** The handler of ingest, and what it put into the bucket. */
export interface Ingest {
  readonly handler: (
    request: GatewayRequest,
  ) => Promise<{ readonly statusCode?: number; readonly body?: string }>;
  readonly takeObjects: () => PutInput[];
  /** Bodies from the tests of ingest. */
  readonly oddBody: fc.Arbitrary<string | Buffer>;
}

interface MemorySource {
  put(key: string, body: Buffer): void;
}
interface Warehouse {
  close(): Promise<void>;
}

/** The load of the ETL, and objects from its tests. */
export interface Etl {
  readonly memorySource: () => MemorySource;
  readonly openWarehouse: (url: string) => Promise<Warehouse>;
  readonly runIn: (
    warehouse: Warehouse,
    source: MemorySource,
  ) => Promise<{ readonly objects: number; readonly failed: number; readonly more: boolean }>;
  readonly oddObject: fc.Arbitrary<Buffer>;
  readonly goodAmongOddLines: fc.Arbitrary<{ readonly body: Buffer; readonly ids: readonly string[] }>;
}

const INGEST = './apps/ingest-lambda/src';
const LOAD = './libs/warehouse-load/src';

/** Bundles ingest with a bucket in memory. It reads its settings when it is loaded. */
export async function loadIngest(): Promise<Ingest> {
  const env = { RAW_BUCKET: 'fuzz', AWS_REGION: 'ap-southeast-1' };
  Object.assign(process.env, env);
  return bundled('ingest', [
    `export { handler } from '${INGEST}/handler';`,
    `export { oddBody } from '${INGEST}/testing/odd-bodies';`,
    `export { takeObjects } from '@aws-sdk/client-s3';`,
  ]);
}

/** Bundles the load of the ETL with a bucket in memory. */
export function loadEtl(): Promise<Etl> {
  return bundled('etl', [
    `export { openWarehouse } from '${LOAD}/chunk/warehouse';`,
    `export { runIn } from '${LOAD}/testing/run-once';`,
    `export { memorySource } from '${LOAD}/testing/memory-source';`,
    `export { goodAmongOddLines, oddObject } from '${LOAD}/testing/odd-objects';`,
  ]);
}

/** Bundles an app's code as for a Lambda, because no project imports an app. */
async function bundled<T>(name: string, lines: readonly string[]): Promise<T> {
  const outfile = resolve(import.meta.dirname, '../dist', `${name}.cjs`);
  await build({
    stdin: { contents: lines.join('\n'), resolveDir: WORKSPACE, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    format: 'cjs',
    sourcemap: true,
    external: ['pg-native', 'fast-check'],
    ...(name === 'ingest' && {
      alias: { '@aws-sdk/client-s3': resolve(import.meta.dirname, 'memory-s3.ts') },
    }),
    logLevel: 'error',
  });
  return createRequire(import.meta.url)(outfile) as T;
}
