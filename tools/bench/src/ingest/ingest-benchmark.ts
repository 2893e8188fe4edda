import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { startS3 } from '@clickstream/local-servers';
import { alternateRounds } from '../alternate-rounds';
import type { Benchmark, BenchmarkOptions } from '../benchmark';
import { bundleOf } from '../bundle-of';
import { compareVersions, type EndingContender } from '../compare-versions';
import { startContender, type ContenderProcess } from '../contender-process';
import { BUCKET, lambdaEnv, s3Of } from '../lambda-env';
import { measuredTable } from '../measured-table';
import type { Report } from '../report';
import { BATCH_SIZE, batchBodies } from './batches';
import type { FloorSettings, HandlerSettings, IngestSettings } from './settings';
import { storedLines } from './stored-lines';

/** Different bodies; a round goes through them again and again. */
const BODIES = 200;

export const ingestBenchmark: Benchmark = {
  subject: 'ingest',
  describe: `the ingest bundle, batches of ${BATCH_SIZE} events, against gzip and PutObject of the same bytes`,
  defaultEvents: 5_000,
  defaultRounds: 20,
  readsAgainst: true,
  async run(options) {
    const bundle = await bundleOf('ingest-lambda');
    const s3 = await startS3();
    const folder = await mkdtemp(join(tmpdir(), 'bench-ingest-'));
    try {
      return await compare(options, bundle, s3.url, folder);
    } finally {
      await rm(folder, { recursive: true });
      await s3.stop();
    }
  },
};

async function compare(
  options: BenchmarkOptions,
  bundle: string,
  endpoint: string,
  folder: string,
): Promise<Report> {
  const { against } = options;
  const s3 = s3Of(endpoint);
  const client = new S3Client(s3);
  await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
  const bodiesFile = join(folder, 'bodies.json');
  await writeFile(bodiesFile, JSON.stringify(batchBodies(BODIES)));
  const settings: IngestSettings = {
    requests: Math.ceil(options.events / BATCH_SIZE),
    bodiesFile,
    s3,
    bucket: BUCKET,
  };

  const processes: ContenderProcess[] = [];
  const start = async (file: string, own: IngestSettings, env?: Record<string, string>) => {
    const started = await startContender(resolve(import.meta.dirname, file), own, env);
    processes.push(started);
    return started;
  };
  const startHandler = (bundle: string) =>
    start('handler-contender.ts', { ...settings, bundle } as HandlerSettings, lambdaEnv(endpoint));
  const events = settings.requests * BATCH_SIZE;
  try {
    if (against !== undefined) {
      const bundleBefore = await bundleOf('ingest-lambda', against);
      return await compareVersions(
        [
          async () => floor('ingest handler before', await startHandler(bundleBefore)),
          async () => now('ingest handler now', await startHandler(bundle)),
        ],
        events,
        options,
      );
    }
    const handler = now('ingest handler', await startHandler(bundle));
    const contenders = [...(await floorsOf(client, settings, folder, start)), handler];
    return { table: measuredTable(await alternateRounds(contenders, options), events), remarks: [] };
  } finally {
    await Promise.all(processes.map((started) => started.stop()));
  }
}

/** The floors store what the handler has stored while it was prepared. */
async function floorsOf(
  client: S3Client,
  settings: IngestSettings,
  folder: string,
  start: (file: string, settings: IngestSettings) => Promise<ContenderProcess>,
): Promise<EndingContender[]> {
  const storedFile = join(folder, 'stored.json');
  await writeFile(storedFile, JSON.stringify(await storedLines(client, BUCKET)));
  const startFloor = (parse: boolean) =>
    start('floor-contender.ts', { ...settings, storedFile, parse } as FloorSettings);
  return [
    floor('gzip + PutObject', await startFloor(false)),
    floor('JSON.parse + gzip + PutObject', await startFloor(true)),
  ];
}

const floor = (name: string, started: ContenderProcess): EndingContender => ({
  name,
  isFloor: true,
  ...started,
});
const now = (name: string, started: ContenderProcess): EndingContender => ({
  name,
  isFloor: false,
  ...started,
});
