import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { EVENTS_METADATA } from '@clickstream/event-schema/raw-object';
import type { RawSource } from '../bucket/raw-source';
import { s3RawSource } from '../bucket/s3-raw-source';

/** The bucket of a test, on the S3 server of jest's `servers: true`. */
export interface TestBucket {
  readonly name: string;
  readonly source: RawSource;
  /** @param events the number of events in it, according to ingest */
  put(key: string, body: string | Buffer, events?: number): Promise<void>;
  /** Puts events as our ingest writes them: gzip, one per line. */
  putEvents(key: string, events: readonly unknown[]): Promise<void>;
  delete(key: string): Promise<void>;
  close(): void;
}

/** A new bucket under a random name. */
export async function aBucket(): Promise<TestBucket> {
  const name = `raw-${randomBytes(6).toString('hex')}`;
  const client = new S3Client({
    endpoint: process.env['TEST_S3_URL'],
    region: 'ap-southeast-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  });
  await client.send(new CreateBucketCommand({ Bucket: name }));
  const put = async (key: string, body: string | Buffer, events?: number) => {
    const Metadata = events === undefined ? undefined : { [EVENTS_METADATA]: String(events) };
    await client.send(new PutObjectCommand({ Bucket: name, Key: key, Body: body, Metadata }));
  };
  return {
    name,
    source: s3RawSource(client, name),
    put,
    putEvents: (key, events) => put(key, gzippedLines(events)),
    delete: async (key) => {
      await client.send(new DeleteObjectCommand({ Bucket: name, Key: key }));
    },
    close: () => client.destroy(),
  };
}

/** Events as gzip JSON Lines; texts are written as they are. */
export function gzippedLines(events: readonly unknown[]): Buffer {
  const lines = events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event)));
  return gzipSync(`${lines.join('\n')}\n`);
}
