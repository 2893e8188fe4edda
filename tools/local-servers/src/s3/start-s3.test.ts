import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';

import type { RunningServer } from '../running-server';
import { S3_CREDENTIALS, startS3 } from './start-s3';

const Bucket = 'raw';

describe('startS3', () => {
  const home = mkdtempSync(join(tmpdir(), 'start-s3-test-'));
  const dir = join(home, 'objects');
  let server: RunningServer;
  let s3: S3Client;
  const connect = () =>
    new S3Client({
      endpoint: server.url,
      region: 'ap-southeast-1',
      forcePathStyle: true,
      credentials: S3_CREDENTIALS,
    });

  beforeAll(async () => {
    server = await startS3({ dir });
    s3 = connect();
    await s3.send(new CreateBucketCommand({ Bucket }));
  });
  afterAll(async () => {
    s3.destroy();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('lists more than a thousand objects page by page, in the order of their keys', async () => {
    const keys = Array.from(
      { length: 1203 },
      (_, n) => `events/2026/11/23/04/${String(n).padStart(5, '0')}.json`,
    );
    for (let from = 0; from < keys.length; from += 50) {
      await Promise.all(
        keys.slice(from, from + 50).map((Key) => s3.send(new PutObjectCommand({ Bucket, Key, Body: '{}' }))),
      );
    }
    const listed: string[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'events/', ContinuationToken }));
      listed.push(...(page.Contents ?? []).map((object) => object.Key ?? ''));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    expect(listed).toEqual(keys);
  });

  it('has an object and nothing else on disk at the moment that it acknowledges it, and after SIGKILL', async () => {
    const body = Buffer.alloc(3_000_000, 'clickstream ');
    await s3.send(new PutObjectCommand({ Bucket, Key: 'big/one.json.gz', Body: body }));
    process.kill(server.process.pid, 'SIGKILL');
    await server.ended;
    expect(readdirSync(join(dir, Bucket, 'big')).sort()).toEqual([
      'one.json.gz._S3rver_metadata.json',
      'one.json.gz._S3rver_object',
      'one.json.gz._S3rver_object.md5',
    ]);

    s3.destroy();
    server = await startS3({ dir });
    s3 = connect();
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: 'big/one.json.gz' }));
    expect(body.equals((await Body?.transformToByteArray()) ?? new Uint8Array())).toBe(true);
  });
});
