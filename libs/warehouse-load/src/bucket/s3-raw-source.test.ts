import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { ObjectGoneError, ObjectUnreadableError, type RawSource } from './raw-source';
import { s3RawSource } from './s3-raw-source';

let server: Server;
let client: S3Client;

/** A raw source whose server answers as the test specifies. */
async function sourceOf(listener: RequestListener): Promise<RawSource> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = new S3Client({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'ap-southeast-1',
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  return s3RawSource(client, 'bucket');
}

afterEach(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
});

const KEY = 'events/2026/11/02/09/a';

/** An object as it was listed: before its content changed, so its listed length proves nothing. */
const OBJECT = { key: KEY, etag: 'older', sizeBytes: 3 };

async function streamed(source: RawSource): Promise<string> {
  const { chunks } = await source.stream(OBJECT);
  const pieces: Buffer[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  return Buffer.concat(pieces).toString();
}

describe('the raw source', () => {
  it('gives the bytes of an object and the content they belong to', async () => {
    const source = await sourceOf((_request, response) => {
      response.writeHead(200, { etag: '"abc"', 'content-length': 5 }).end('whole');
    });
    expect(await source.fetch(OBJECT)).toEqual({ etag: 'abc', bytes: Buffer.from('whole') });
    expect(await streamed(source)).toBe('whole');
  });

  it('distinguishes an object that is gone from one that cannot be read', async () => {
    const source = await sourceOf((_request, response) => {
      response.writeHead(404).end('<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>');
    });
    await expect(source.fetch(OBJECT)).rejects.toBeInstanceOf(ObjectGoneError);
    await expect(source.stream(OBJECT)).rejects.toBeInstanceOf(ObjectGoneError);
  });

  it('gives up when the store stays busy, and names the object', async () => {
    const source = await sourceOf((_request, response) => {
      response.writeHead(503).end('<Error><Code>SlowDown</Code><Message>slow down</Message></Error>');
    });
    const failure = source.fetch(OBJECT);
    await expect(failure).rejects.toBeInstanceOf(ObjectUnreadableError);
    await expect(failure).rejects.toThrow(`${KEY} cannot be read: slow down`);
  });

  it('tries again when an answer is cut off, and never takes a part for the whole', async () => {
    let answers = 0;
    const source = await sourceOf((_request, response) => {
      answers += 1;
      response.writeHead(200, { etag: '"abc"', 'content-length': 10 });
      if (answers < 3) response.write('part', () => response.destroy());
      else response.end('0123456789');
    });
    expect((await source.fetch(OBJECT)).bytes.toString()).toBe('0123456789');
    expect(answers).toBe(3);
  });

  it('throws when a stream is cut off', async () => {
    const source = await sourceOf((_request, response) => {
      response.writeHead(200, { etag: '"abc"', 'content-length': 10 });
      response.write('part', () => response.destroy());
    });
    await expect(streamed(source)).rejects.toBeInstanceOf(ObjectUnreadableError);
  });

  it('rejects an answer that is shorter than the object was when it was listed', async () => {
    const source = await sourceOf((_request, response) => {
      response.writeHead(200, { etag: '"abc"', 'content-length': 4 }).end('part');
    });
    const listed = { key: KEY, etag: 'abc', sizeBytes: 10 };
    await expect(source.fetch(listed)).rejects.toThrow(`${KEY} cannot be read: 4 of 10 bytes arrived`);
    const { chunks } = await source.stream(listed);
    await expect(
      chunks[Symbol.asyncIterator]()
        .next()
        .then(() => chunks[Symbol.asyncIterator]().next()),
    ).rejects.toThrow('4 of 10 bytes arrived');
  });
});
