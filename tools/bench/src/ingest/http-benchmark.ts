import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { freePort, startS3 } from '@clickstream/local-servers';
import { alternateRounds } from '../alternate-rounds';
import type { Benchmark, BenchmarkOptions } from '../benchmark';
import { bundleOf } from '../bundle-of';
import { startContender, type ContenderProcess } from '../contender-process';
import { BUCKET, lambdaEnv, s3Of } from '../lambda-env';
import { measuredTable } from '../measured-table';
import type { Report } from '../report';
import { BATCH_SIZE, batchBodies } from './batches';
import { percentile, postAll } from './http-clients';
import type { HttpSettings, PutSettings } from './settings';
import { storedLines } from './stored-lines';

const BODIES = 200;
const CLIENTS = 32;

export const httpBenchmark: Benchmark = {
  subject: 'ingest',
  describe: `the local HTTP API with the ingest bundle, ${CLIENTS} clients that post ${BATCH_SIZE} events at a time, against PutObject alone`,
  defaultEvents: 20_000,
  defaultRounds: 7,
  async run(options) {
    const bundle = await bundleOf('ingest-lambda');
    const s3 = await startS3();
    const folder = await mkdtemp(join(tmpdir(), 'bench-http-'));
    try {
      return await compare(options, bundle, s3.url, folder);
    } finally {
      await rm(folder, { recursive: true });
      await s3.stop();
    }
  },
};

async function compare(
  { events, rounds, onProgress }: BenchmarkOptions,
  bundle: string,
  endpoint: string,
  folder: string,
): Promise<Report> {
  const client = new S3Client(s3Of(endpoint));
  await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
  const bodies = batchBodies(BODIES);
  const requests = Math.ceil(events / BATCH_SIZE);
  const port = await freePort();
  const processes: ContenderProcess[] = [];
  const start = async (file: string, settings: HttpSettings | PutSettings) => {
    const started = await startContender(resolve(import.meta.dirname, file), settings, lambdaEnv(endpoint));
    processes.push(started);
    return started;
  };
  try {
    const server = await start('http-contender.ts', { bundle, port, requests, warmUp: bodies.length });
    const url = `http://127.0.0.1:${port}/clickstream`;
    // Every body once: the floor stores what is stored here.
    await postAll(url, bodies, bodies.length, CLIENTS);
    const storedFile = join(folder, 'stored.json');
    await writeFile(storedFile, JSON.stringify(await storedLines(client, BUCKET)));
    const put = await start('put-contender.ts', {
      storedFile,
      requests,
      clients: CLIENTS,
      s3: s3Of(endpoint),
      bucket: BUCKET,
    });
    const latencies: number[] = [];
    const throughHttp = async () => {
      const measure = server.runRound();
      latencies.push(...(await postAll(url, bodies, requests, CLIENTS)));
      return measure;
    };
    const rows = await alternateRounds(
      [
        { name: `PutObject alone, ${CLIENTS} at once`, isFloor: true, runRound: put.runRound },
        { name: 'through HTTP', isFloor: false, runRound: throughHttp },
      ],
      { rounds, onProgress },
    );
    const measured = latencies.slice(requests);
    return {
      table: measuredTable(rows, requests * BATCH_SIZE),
      remarks: [
        `A client waits ${percentile(measured, 0.5).toFixed(0)} ms for an answer in the middle, ${percentile(measured, 0.99).toFixed(0)} ms at p99.`,
      ],
    };
  } finally {
    await Promise.all(processes.map((started) => started.stop()));
    client.destroy();
  }
}
