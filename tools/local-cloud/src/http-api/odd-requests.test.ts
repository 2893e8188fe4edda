import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { corsPolicy } from './cors';
import { createHttpApi } from './create-http-api';

/** Requests as no browser and no client library would write them, byte for byte. */
describe('createHttpApi', () => {
  let server: Server;
  let port: number;
  const errors: unknown[] = [];

  beforeAll(async () => {
    server = createHttpApi({
      routes: {
        'POST /clickstream': async ({ body }) => ({ statusCode: 202, body: String(body?.length ?? 0) }),
      },
      cors: corsPolicy([]),
      logError: (error) => errors.push(error),
      patience: { headersMilliseconds: 200, requestMilliseconds: 400 },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  const opened = async (first: string): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(first);
    return socket;
  };
  const statusOf = async (socket: Socket) => Number((await text(socket)).match(/^HTTP\/1\.1 (\d{3})/)?.[1]);
  const statusFor = async (request: string) => statusOf(await opened(request));
  const stillServes = () =>
    statusFor('POST /clickstream HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}');
  afterEach(async () => {
    expect(await stillServes()).toBe(202);
    expect(errors).toEqual([]);
  });

  it.each([
    '//',
    '///',
    '//clickstream',
    '//[',
    '/\\',
    '/%',
    '/%00',
    '/clickstream/',
    '/./clickstream',
    '/clickstream/../clickstream',
    'http://:80/x',
    '/constructor',
    '/?//',
  ])('answers 404 for POST %s', async (path) => {
    const rest = 'HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}';
    expect(await statusFor(`POST ${path} ${rest}`)).toBe(404);
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'])('answers 404 for %s', async (method) => {
    expect(await statusFor(`${method} /clickstream HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)).toBe(
      404,
    );
  });

  it('answers OPTIONS * as any preflight', async () => {
    expect(await statusFor('OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toBe(204);
  });

  it.each([
    ['no method', 'clickstream\r\n\r\n'],
    ['a length that is not a number', 'POST /clickstream HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n'],
    [
      'two lengths',
      'POST /clickstream HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
    ],
    [
      'both a length and chunks',
      'POST /clickstream HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
  ])('answers 400 for %s', async (_what, request) => {
    expect(await statusFor(request)).toBe(400);
  });

  it('answers 431 for headers that are too large', async () => {
    const header = `x-large: ${'x'.repeat(20_000)}\r\n`;
    expect(await statusFor(`POST /clickstream HTTP/1.1\r\nHost: a\r\n${header}\r\n`)).toBe(431);
  });

  it('answers 408 to a client that does not finish the headers, or the body', async () => {
    expect(await statusFor('POST /clickstream HTTP/1.1\r\nHost: a\r\n')).toBe(408);
    const body = 'POST /clickstream HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n{';
    expect(await statusFor(body)).toBe(408);
  });

  it('answers others while hundreds of connections send nothing more, and ends them all', async () => {
    const slow = await Promise.all(
      Array.from({ length: 300 }, () =>
        opened('POST /clickstream HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{'),
      ),
    );
    expect(await stillServes()).toBe(202);
    expect(new Set(await Promise.all(slow.map(statusOf)))).toEqual(new Set([408]));
  });

  it('forgets a request whose sender hangs up in the middle of the body', async () => {
    const socket = await opened('POST /clickstream HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n{');
    socket.destroy();
    await once(socket, 'close');
  });
});
