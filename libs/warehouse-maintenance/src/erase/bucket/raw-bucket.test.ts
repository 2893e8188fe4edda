import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { aBucket, type TestBucket } from '@clickstream/warehouse-load/testing';
import { openRawBucket } from './raw-bucket';

const CREDENTIALS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const clientOf = (endpoint: string | undefined) =>
  new S3Client({ endpoint, region: 'ap-southeast-1', forcePathStyle: true, credentials: CREDENTIALS });

describe('a bucket without versions', () => {
  let bucket: TestBucket;
  beforeAll(async () => {
    bucket = await aBucket();
  });
  afterAll(() => bucket.close());

  it('replaces content and keeps type and metadata', async () => {
    const raw = await openRawBucket(clientOf(process.env['TEST_S3_URL']), bucket.name);
    await bucket.put('events/a', 'before', 3);
    const object = { key: 'events/a', etag: '', sizeBytes: 0 };
    const before = await raw.get(object);
    if (!before) throw new Error('gone');
    expect(before.headers.Metadata).toEqual({ events: '3' });

    const etag = await raw.replace('events/a', before, Buffer.from('after'));

    const { ContentType, Metadata } = before.headers;
    expect(await raw.get(object)).toMatchObject({
      etag,
      bytes: Buffer.from('after'),
      headers: { ContentType, Metadata },
    });
    expect(await raw.deleteOldVersions('events/a')).toBe(0);
    expect(await raw.get({ ...object, key: 'events/gone' })).toBeNull();
  });
});

describe('a bucket that keeps versions', () => {
  let server: Server;
  let asked: string[];
  const version = (key: string, id: string, isLatest: boolean, tag = 'Version') =>
    `<${tag}><Key>${key}</Key><VersionId>${id}</VersionId><IsLatest>${isLatest}</IsLatest></${tag}>`;

  /** Answer of S3; s3rver knows no versions. */
  const answerTo = (url: URL, body: string): string => {
    if (url.searchParams.has('versioning')) {
      return '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>';
    }
    if (url.searchParams.has('delete')) {
      asked.push(...(body.match(/<VersionId>[^<]*/g) ?? []).map((tag) => tag.slice(11)));
      return '<DeleteResult></DeleteResult>';
    }
    const isFirst = !url.searchParams.has('key-marker');
    return isFirst
      ? `<ListVersionsResult><IsTruncated>true</IsTruncated><NextKeyMarker>events/a</NextKeyMarker>
         <NextVersionIdMarker>v2</NextVersionIdMarker>${version('events/a', 'v3', true)}
         ${version('events/a', 'v2', false)}</ListVersionsResult>`
      : `<ListVersionsResult><IsTruncated>false</IsTruncated>${version('events/a', 'v1', false)}
         ${version('events/a', 'v0', false, 'DeleteMarker')}${version('events/ab', 'w1', false)}</ListVersionsResult>`;
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => response.end(answerTo(new URL(request.url ?? '/', 'http://s3'), body)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => (asked = []));
  afterAll(() => void server.close());

  it('loses all versions of the key except the latest, and none of other keys', async () => {
    const client = clientOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const raw = await openRawBucket(client, 'raw');
    expect(await raw.deleteOldVersions('events/a')).toBe(3);
    expect(asked).toEqual(['v2', 'v1', 'v0']);
    client.destroy();
  });
});
