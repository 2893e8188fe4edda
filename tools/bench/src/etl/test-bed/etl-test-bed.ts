import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startPostgres, startS3 } from '@clickstream/local-servers';
import { bundleOf } from '../../bundle-of';
import type { EndingContender } from '../../compare-versions';
import { startContender, type ContenderProcess, type RoundMeasure } from '../../contender-process';
import { BUCKET, lambdaEnv, nodeOptionsOf, s3Of } from '../../lambda-env';
import type { RawObject } from './raw-objects';
import { MONTHS, type EtlSettings } from './settings';
import { roundWarehouses, writeRows, type RoundWarehouses } from './warehouses';

/** The program that invokes the Lambda. */
export const ETL_PROGRAM = 'etl-contender.ts';

/** Uploads under way at the same time. */
const UPLOADS = 8;

/** Work of one contender, and its warehouses. */
export interface EtlContender {
  readonly name: string;
  readonly isFloor: boolean;
  /** The program, next to this file. */
  readonly file: string;
  readonly bundle?: string;
  /** Makes the warehouse of a round; absent: an empty one. @returns its address for etl_writer */
  createWarehouse?(): Promise<string>;
}

/** Servers, a folder and contenders of an ETL benchmark. */
export interface EtlTestBed {
  readonly warehouses: RoundWarehouses;
  readonly bundle: string;
  readonly folder: string;
  /** Folder of the rows that `writeRowsOf` writes and contenders copy. */
  readonly rowsFile: string;
  readonly postgresUrl: string;
  /** Puts objects into the bucket; more may follow. */
  put(objects: AsyncIterable<RawObject>): Promise<void>;
  /**
   * Loads the bucket into a new warehouse, in a separate process. @returns its address
   */
  load(): Promise<string>;
  /** Runs a contender's program once on a warehouse that stays, in a separate process. */
  runOnce(file: string, url: string): Promise<RoundMeasure>;
  /** Writes the rows of a warehouse for the contenders that copy them. */
  writeRowsOf(url: string): Promise<void>;
  /** Starts a contender, whose rounds each have a warehouse that goes after them. */
  start(contender: EtlContender, rounds: number): Promise<EndingContender>;
  /** Removes what is in the bucket; the warehouses stay. */
  emptyBucket(): Promise<void>;
}

/**
 * Gives the work a test bed with an S3 server and PostgreSQL, and takes it down again.
 *
 * @param settings of PostgreSQL, on top of those of all tests
 */
export async function withEtlTestBed<T>(
  work: (testBed: EtlTestBed) => Promise<T>,
  settings: Readonly<Record<string, string>> = {},
): Promise<T> {
  const bundle = await bundleOf('etl-lambda');
  const postgres = await startPostgres({ settings });
  const folder = await mkdtemp(join(tmpdir(), 'bench-etl-'));
  const processes: ContenderProcess[] = [];
  let s3 = await startS3();
  let client = await openBucket(s3.url);
  let keys: string[] = [];
  const warehouses = roundWarehouses(postgres.url, MONTHS);
  const rowsFile = join(folder, 'rows.txt');

  const startProcess = async (file: string, urls: readonly string[], own = bundle) => {
    const settings: EtlSettings = {
      warehouses: urls,
      s3: s3Of(s3.url),
      bucket: BUCKET,
      bundle: own,
      rowsFile,
      keys,
    };
    const started = await startContender(resolve(import.meta.dirname, '../contenders', file), settings, {
      ...lambdaEnv(s3.url),
      // Floors have Node as it comes, the Lambda as it is deployed.
      ...(file === ETL_PROGRAM ? { NODE_OPTIONS: nodeOptionsOf('etl-lambda') } : {}),
    });
    processes.push(started);
    return started;
  };

  const testBed: EtlTestBed = {
    warehouses,
    bundle,
    folder,
    rowsFile,
    postgresUrl: postgres.url,
    async put(objects) {
      const iterator = objects[Symbol.asyncIterator]();
      const upload = async () => {
        for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
          const { key, body } = next.value;
          await client.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: body }));
          keys.push(key);
        }
      };
      await Promise.all(Array.from({ length: UPLOADS }, upload));
      keys.sort();
    },
    async load() {
      const url = await warehouses.create();
      await testBed.runOnce(ETL_PROGRAM, url);
      return url;
    },
    async runOnce(file, url) {
      const started = await startProcess(file, [url]);
      const measure = await started.runRound();
      await started.stop();
      return measure;
    },
    writeRowsOf: (url) => writeRows(url, rowsFile),
    async start({ file, bundle: own, createWarehouse = warehouses.create, ...contender }, rounds) {
      const urls: string[] = [];
      while (urls.length < rounds) urls.push(await createWarehouse());
      const started = await startProcess(file, urls, own);
      let round = 0;
      return {
        ...contender,
        stop: started.stop,
        runRound: async () => {
          const measure = await started.runRound();
          await warehouses.drop(urls[round++] ?? '');
          return measure;
        },
      };
    },
    async emptyBucket() {
      client.destroy();
      await s3.stop();
      s3 = await startS3();
      client = await openBucket(s3.url);
      keys = [];
    },
  };
  try {
    return await work(testBed);
  } finally {
    await Promise.all(processes.map((started) => started.stop()));
    client.destroy();
    await rm(folder, { recursive: true });
    await Promise.all([s3.stop(), postgres.stop()]);
  }
}

async function openBucket(endpoint: string): Promise<S3Client> {
  const client = new S3Client(s3Of(endpoint));
  await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
  return client;
}
