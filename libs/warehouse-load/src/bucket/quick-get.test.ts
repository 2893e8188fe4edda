import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateBucketCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { quickGet } from './quick-get';

const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

async function textOf(body: AsyncIterable<Buffer> | undefined): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body ?? []) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('against the S3 server', () => {
  const client = new S3Client({
    endpoint: process.env['TEST_S3_URL'],
    region: 'ap-southeast-1',
    forcePathStyle: true,
    credentials,
  });
  afterAll(() => client.destroy());

  it('downloads objects under keys of any characters, once the SDK has found the bucket', async () => {
    const Bucket = `quick-${Date.now()}`;
    const get = quickGet(client, Bucket);
    expect(await get('events/a')).toBeNull();
    await client.send(new CreateBucketCommand({ Bucket }));
    for (const Key of ['events/a', "events/it's (50% off) + *!&=é 中.json", 'a b/c']) {
      await client.send(new PutObjectCommand({ Bucket, Key, Body: Key, Metadata: { events: '3' } }));
      const answer = await get(Key);
      expect(await textOf(answer?.body)).toBe(Key);
      expect(answer?.headers).toMatchObject({ 'x-amz-meta-events': '3', etag: expect.any(String) });
    }
    expect(await get('events/none')).toBeNull();
  });
});

describe('against a server that answers as the test specifies', () => {
  let server: Server;
  let client: S3Client;

  async function serverOf(listener: RequestListener): Promise<string> {
    server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  afterEach(() => {
    client.destroy();
    server.closeAllConnections();
    server.close();
  });

  it('signs with the latest credentials, a session token among them', async () => {
    const seen: (string | undefined)[][] = [];
    const endpoint = await serverOf(({ url, headers }, response) => {
      seen.push([url, headers.authorization, String(headers['x-amz-security-token'])]);
      response.end();
    });
    let sessionToken = 'first';
    const expired = () => new Date(Date.now() - 1000);
    client = new S3Client({
      endpoint,
      region: 'eu-west-1',
      forcePathStyle: true,
      credentials: () =>
        Promise.resolve({ accessKeyId: 'KEY', secretAccessKey: 's', sessionToken, expiration: expired() }),
    });
    const get = quickGet(client, 'bucket');
    await client.send(new ListObjectsV2Command({ Bucket: 'bucket' })).catch(() => undefined);
    sessionToken = 'second';
    await textOf((await get('a'))?.body);
    expect(seen.at(-1)).toEqual([
      '/bucket/a',
      expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=KEY\/\d{8}\/eu-west-1\/s3\/aws4_request, /),
      'second',
    ]);
  });

  it.each([403, 404, 500, 503])('leaves an answer with %i to the SDK', async (status) => {
    const endpoint = await serverOf((_request, response) => response.writeHead(status).end('<Error/>'));
    client = new S3Client({
      endpoint,
      region: 'eu-west-1',
      forcePathStyle: true,
      maxAttempts: 1,
      credentials,
    });
    const get = quickGet(client, 'bucket');
    await client.send(new ListObjectsV2Command({ Bucket: 'bucket' })).catch(() => undefined);
    expect(await get('a')).toBeNull();
  });
});

it('sends the request to the host of the bucket, as on AWS, where the host names it', async () => {
  const asked: { hostname: string; path: string; protocol: string }[] = [];
  const client = new S3Client({
    region: 'ap-southeast-1',
    credentials,
    maxAttempts: 1,
    requestHandler: {
      handle: (request: { hostname: string; path: string; protocol: string }) => {
        asked.push(request);
        return Promise.reject(new Error('The network is unreachable.'));
      },
    },
  });
  const get = quickGet(client, 'raw');
  await client.send(new ListObjectsV2Command({ Bucket: 'raw' })).catch(() => undefined);
  expect(await get('raw/a b')).toBeNull();
  expect(asked.at(-1)).toMatchObject({
    protocol: 'https:',
    hostname: 'raw.s3.ap-southeast-1.amazonaws.com',
    path: '/raw/a%20b',
  });
});
