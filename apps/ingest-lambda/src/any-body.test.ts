import { gunzipSync } from 'node:zlib';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
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
  it('is answered and logged, and each of its events is stored as accepted or as rejected', async () => {
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
        expect(log).toMatchObject({ message: 'request stored', accepted, rejected: rejected.length });
        expect(await linesOf(log.object)).toHaveLength(accepted);
        const rejects = await linesOf(log.rejects);
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
