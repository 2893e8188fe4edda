import { gunzipSync } from 'node:zlib';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { IngestAnswer } from '@clickstream/event-schema';
import fc from 'fast-check';
import { aRequest } from './testing/api-gateway-request';
import { oddBody } from './testing/odd-bodies';
import { aRawBucket, type RawBucket } from './testing/raw-bucket';

let bucket: RawBucket;
let s3: S3Client;
let written: jest.SpyInstance;

beforeAll(async () => {
  bucket = await aRawBucket();
  Object.assign(process.env, bucket.env);
  s3 = new S3Client({ forcePathStyle: true });
  written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterAll(() => {
  written.mockRestore();
  s3.destroy();
});

const known = new Set<string>();

/** The object of accepted events that was not there at the last call; null if there is none. */
async function newObject(): Promise<string | null> {
  const { Contents = [] } = await s3.send(
    new ListObjectsV2Command({ Bucket: bucket.name, Prefix: 'events/' }),
  );
  const keys = Contents.map(({ Key = '' }) => Key).filter((key) => !known.has(key));
  keys.forEach((key) => known.add(key));
  expect(keys.length).toBeLessThanOrEqual(1);
  return keys[0] ?? null;
}

/** Lines of an object, each of which must be JSON; empty for null. */
async function linesOf(key: string | null): Promise<Record<string, unknown>[]> {
  if (key === null) return [];
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket.name, Key: key }));
  const text = gunzipSync((await Body?.transformToByteArray()) ?? new Uint8Array()).toString();
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('any body', () => {
  it('is answered, logged unless all is stored, and each of its events is stored as accepted or as rejected', async () => {
    const { handler } = await import('./handler');
    let stored = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(oddBody, fc.string({ unit: 'binary' }), async (body, userAgent) => {
        written.mockClear();
        const { statusCode, body: answer = '' } = await handler(aRequest(body, { userAgent }));
        const [log, ...more] = written.mock.calls.map(([line]) => JSON.parse(String(line)));
        expect(more).toEqual([]);
        if (statusCode !== 202) {
          expect([400, 413]).toContain(statusCode);
          expect(log).toMatchObject({ message: 'request refused', status: statusCode });
          refused += 1;
          return;
        }
        const { accepted, rejected } = JSON.parse(answer) as IngestAnswer;
        const object = await newObject();
        expect(await linesOf(object)).toHaveLength(accepted);
        if (rejected.length > 0)
          expect(log).toMatchObject({
            message: 'events rejected',
            accepted,
            rejected: rejected.length,
            object,
          });
        else expect(log).toBeUndefined();
        const rejects = await linesOf(log?.rejects ?? null);
        expect(rejects.map(({ index, reason }) => ({ index, reason }))).toEqual(
          rejected.map(({ index, reason }) => ({ index, reason })),
        );
        stored += accepted + rejected.length;
      }),
      { numRuns: 400 },
    );
    expect(stored).toBeGreaterThan(200);
    expect(refused).toBeGreaterThan(20);
  }, 120_000);
});
