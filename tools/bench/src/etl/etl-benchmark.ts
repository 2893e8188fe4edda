import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { S3_CREDENTIALS, startPostgres, startS3 } from '@clickstream/local-servers';
import { alternateRounds } from '../alternate-rounds';
import type { Benchmark, BenchmarkOptions, BenchmarkRow } from '../benchmark';
import { bundleOf } from '../bundle-of';
import { startContender } from '../contender-process';
import type { ContenderProcess } from '../contender-process';
import { OBJECT_EVENTS, rawObjects } from './raw-objects';
import type { EtlSettings } from './settings';
import { bytesPerEvent, roundWarehouses, writeRows, type RoundWarehouses } from './warehouses';

const BUCKET = 'bench';
const REGION = 'ap-southeast-1';

/** The months in which the visits lie. */
const MONTHS = ['2026-10-01', '2026-11-01', '2026-12-01'];

export const etlBenchmark: Benchmark = {
  name: 'etl',
  describe: `the ETL bundle, objects of ${OBJECT_EVENTS} events, against bare COPY of the same rows`,
  defaultEvents: 1_000_000,
  defaultRounds: 3,
  async run(options) {
    const bundle = await bundleOf('etl-lambda');
    const [s3, postgres] = await Promise.all([startS3(), startPostgres()]);
    const folder = await mkdtemp(join(tmpdir(), 'bench-etl-'));
    try {
      const keys = await putObjects(s3.url, options.events);
      const warehouses = roundWarehouses(postgres.url, MONTHS);
      return await compare(options, { bundle, endpoint: s3.url, keys, folder, warehouses });
    } finally {
      await rm(folder, { recursive: true });
      await Promise.all([s3.stop(), postgres.stop()]);
    }
  },
};

interface Setting {
  readonly bundle: string;
  readonly endpoint: string;
  readonly keys: readonly string[];
  readonly folder: string;
  readonly warehouses: RoundWarehouses;
}

async function compare(
  { rounds, onProgress }: BenchmarkOptions,
  { bundle, endpoint, keys, folder, warehouses }: Setting,
): Promise<BenchmarkRow[]> {
  const rowsFile = join(folder, 'rows.txt');
  const processes: ContenderProcess[] = [];
  const start = async (file: string, measured: number) => {
    const urls = await inTurn(measured, () => warehouses.create());
    const settings: EtlSettings = {
      warehouses: urls,
      s3: s3Of(endpoint),
      bucket: BUCKET,
      bundle,
      rowsFile,
      keys,
    };
    const contender = await startContender(resolve(import.meta.dirname, file), settings, lambdaEnv(endpoint));
    processes.push(contender);
    let round = 0;
    return { contender, urls, next: () => urls[round++] ?? '' };
  };
  try {
    // The first load makes the rows that the floors copy.
    const first = await start('etl-contender.ts', 1);
    await first.contender.runRound();
    await writeRows(first.next(), rowsFile);
    const bytes = await bytesPerEvent(first.urls[0] ?? '');
    await warehouses.drop(first.urls[0] ?? '');

    const contenders = [
      { name: 'bare COPY', isFloor: true, file: 'copy-contender.ts' },
      {
        name: 'COPY beside download + gunzip + JSON.parse',
        isFloor: true,
        file: 'read-and-copy-contender.ts',
      },
      {
        name: 'ETL with facts',
        isFloor: false,
        file: 'etl-contender.ts',
        remark: `Warehouse: ${bytes.events.toFixed(0)} bytes an event with its indexes, ${bytes.facts.toFixed(0)} more for facts and manifest.`,
      },
    ];
    const started = [];
    for (const { file, ...contender } of contenders) {
      const { contender: own, next } = await start(file, rounds + 1);
      const runRound = async () => {
        const measure = await own.runRound();
        await warehouses.drop(next());
        return measure;
      };
      started.push({ ...contender, runRound });
    }
    return await alternateRounds(started, { rounds, onProgress });
  } finally {
    await Promise.all(processes.map((contender) => contender.stop()));
  }
}

async function putObjects(endpoint: string, events: number): Promise<string[]> {
  const client = new S3Client(s3Of(endpoint));
  await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
  const keys: string[] = [];
  for await (const { key, body } of rawObjects(events)) {
    await client.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: body }));
    keys.push(key);
  }
  client.destroy();
  return keys;
}

async function inTurn<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  while (results.length < count) results.push(await work());
  return results;
}

function s3Of(endpoint: string) {
  return { endpoint, region: REGION, forcePathStyle: true, credentials: S3_CREDENTIALS };
}

function lambdaEnv(endpoint: string): Record<string, string> {
  return {
    RAW_BUCKET: BUCKET,
    AWS_REGION: REGION,
    AWS_ENDPOINT_URL_S3: endpoint,
    S3_FORCE_PATH_STYLE: 'true',
    AWS_ACCESS_KEY_ID: S3_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: S3_CREDENTIALS.secretAccessKey,
  };
}
