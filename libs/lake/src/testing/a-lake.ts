import { mkdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { DuckDBInstance } from '@duckdb/node-api';
import { lakeBucket, type LakeBucket } from '../bucket/lake-bucket';
import { LAKE_PREFIX } from '../bucket/lake-keys';

/** Files of a lake on this machine, with DuckDB. */
export interface LakeCopy {
  /** `{lake}` is the folder with the files. */
  query(sql: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** The lake of a test's bucket. */
export interface TestLake {
  readonly bucket: LakeBucket;
  /** The keys of its objects. */
  keys(): Promise<string[]>;
  /** Downloads the lake. @param before statements to run before the first query */
  copy(before?: string): Promise<LakeCopy>;
  /** Downloads the lake and queries it once. */
  query(sql: string): Promise<Record<string, unknown>[]>;
  /** An object of it as text. */
  text(key: string): Promise<string>;
  close(): void;
}

/** The lake in a bucket on the S3 server of jest's `servers: true`. */
export function aLake(name: string): TestLake {
  const client = new S3Client({
    endpoint: process.env['TEST_S3_URL'],
    region: 'ap-southeast-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  });
  const bodyOf = async (key: string) =>
    (await client.send(new GetObjectCommand({ Bucket: name, Key: key }))).Body;
  const keys = async () => {
    const found: string[] = [];
    for await (const page of paginateListObjectsV2({ client }, { Bucket: name, Prefix: LAKE_PREFIX }))
      found.push(...(page.Contents ?? []).map(({ Key = '' }) => Key));
    return found;
  };
  const copy = async (before = '') => {
    const folder = await mkdtemp(join(tmpdir(), 'a-lake-'));
    for (const key of await keys()) {
      mkdirSync(dirname(join(folder, key)), { recursive: true });
      await writeFile(join(folder, key), (await (await bodyOf(key))?.transformToByteArray()) ?? '');
    }
    return openCopy(folder, before);
  };
  return {
    bucket: lakeBucket(client, name),
    keys,
    copy,
    async query(sql) {
      const copied = await copy();
      try {
        return await copied.query(sql);
      } finally {
        await copied.close();
      }
    },
    text: async (key) => (await (await bodyOf(key))?.transformToString()) ?? '',
    close: () => client.destroy(),
  };
}

async function openCopy(folder: string, before: string): Promise<LakeCopy> {
  const inFolder = (text: string) => text.replaceAll('{lake}', join(folder, LAKE_PREFIX));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'; ${inFolder(before)}`);
  return {
    query: async (sql) => (await connection.runAndReadAll(inFolder(sql))).getRowObjectsJson(),
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
