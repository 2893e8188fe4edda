import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { bundleOf, WORKSPACE } from '@clickstream/bench/bundle-of';
import { runEtl } from '@clickstream/chaos/run-etl';
import { setUpTestBed } from '@clickstream/chaos/test-bed';
import { freePort, waitUntil } from '@clickstream/local-servers';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import pg from 'pg';

/** The platform with everything between a request and a view, on this machine and empty. */
export interface Platform {
  /** The address of the HTTP API. */
  readonly api: string;
  /** Puts an object into the bucket, as another writer than ingest does. */
  put(key: string, content: string): Promise<void>;
  /** Loads all that has arrived. */
  load(): Promise<LoadCounts>;
  /** Asks the warehouse, as who looks at the dashboards may. */
  query(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

export interface LoadCounts {
  readonly loaded: number;
  readonly duplicates: number;
  readonly quarantined: number;
}

/** Starts PostgreSQL, S3 and the HTTP API on free ports, with the bundles that are deployed. */
export async function startPlatform(): Promise<Platform> {
  const [ingestBundle, etlBundle] = [await bundleOf('ingest-lambda'), await bundleOf('etl-lambda')];
  const testBed = await setUpTestBed();
  const env = testBed.envFor(testBed.s3Url);
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [
      '--import',
      resolve(WORKSPACE, 'tools/workspace/typescript.mjs'),
      resolve(WORKSPACE, 'tools/local-cloud/src/http-api/serve.ts'),
    ],
    {
      cwd: WORKSPACE,
      env: {
        PATH: process.env['PATH'],
        ...env,
        API_PORT: String(port),
        STOREFRONT_PORTS: '4200',
        INGEST_BUNDLE: ingestBundle,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const warehouse = new pg.Pool({ connectionString: testBed.warehouse.shinyUrl, max: 1 });
  // An idle connection ends with PostgreSQL: the error can be ignored.
  warehouse.on('error', () => undefined);
  const api = `http://127.0.0.1:${port}`;
  const close = async () => {
    server.kill('SIGTERM');
    await warehouse.end();
    await testBed.close();
  };
  const isUp = await waitUntil(async () => (await fetch(`${api}/health`)).ok, once(server, 'exit'));
  if (!isUp) {
    await close();
    throw new Error('The HTTP API does not answer.');
  }
  return {
    api,
    put: async (key, content) => {
      await testBed.s3.send(new PutObjectCommand({ Bucket: testBed.bucket, Key: key, Body: content }));
    },
    load: () => loadAll(etlBundle, env),
    query: async (sql) => (await warehouse.query(sql)).rows as Record<string, unknown>[],
    close,
  };
}

/** Runs the ETL until it finds nothing more. */
async function loadAll(bundle: string, env: Readonly<Record<string, string>>): Promise<LoadCounts> {
  const total = { loaded: 0, duplicates: 0, quarantined: 0 };
  for (;;) {
    const run = await runEtl(bundle, env);
    total.loaded += run.loaded;
    total.duplicates += run.duplicates;
    total.quarantined += run.quarantined;
    if (run.failed > 0) throw new Error('The ETL could not read an object that ingest has written.');
    if (!run.more && run.objects === 0) return total;
  }
}
