import { mkdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { DuckDBInstance } from '@duckdb/node-api';
import { lakeBucket, type LakeBucket } from '../bucket/lake-bucket';
import { LAKE_PREFIX } from '../bucket/lake-keys';

/** The lake of a test's bucket. */
export interface TestLake {
  readonly bucket: LakeBucket;
  /** The keys of its objects. */
  keys(): Promise<string[]>;
  /**
   * Downloads the lake and queries it with DuckDB. `{lake}` is the folder with its files.
   *
   * @param before statements to run before the query
   */
  query(sql: string, before?: string): Promise<Record<string, unknown>[]>;
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
  const keys = async () => {
    const found: string[] = [];
    for await (const page of paginateListObjectsV2({ client }, { Bucket: name, Prefix: LAKE_PREFIX }))
      found.push(...(page.Contents ?? []).map(({ Key = '' }) => Key));
    return found;
  };
  return {
    bucket: lakeBucket(client, name),
    keys,
    async query(sql, before = '') {
      const folder = await mkdtemp(join(tmpdir(), 'a-lake-'));
      try {
        for (const key of await keys()) {
          const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: key }));
          mkdirSync(dirname(join(folder, key)), { recursive: true });
          await writeFile(join(folder, key), (await Body?.transformToByteArray()) ?? '');
        }
        const inFolder = (text: string) => text.replaceAll('{lake}', join(folder, LAKE_PREFIX));
        return await rowsOf(inFolder(sql), inFolder(before));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async text(key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: key }));
      return (await Body?.transformToString()) ?? '';
    },
    close: () => client.destroy(),
  };
}

async function rowsOf(sql: string, before: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`SET TimeZone = 'UTC'; ${before}`);
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
