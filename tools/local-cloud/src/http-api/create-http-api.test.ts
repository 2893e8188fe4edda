import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { corsPolicy } from './cors';
import { storefrontOrigins } from './cors-origins';
import { createHttpApi } from './create-http-api';

const SHOP = 'http://127.0.0.1:4200';

describe('createHttpApi', () => {
  let server: Server;
  let url: string;
  const received: APIGatewayProxyEventV2[] = [];
  const errors: unknown[] = [];

  beforeAll(async () => {
    server = createHttpApi({
      routes: {
        'POST /clickstream': async (event) => {
          received.push(event);
          return {
            statusCode: 202,
            headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
            body: '{"accepted":1}',
          };
        },
        'POST /v1/{call}': async (event) => ({
          statusCode: 200,
          headers: {},
          body: `${event.routeKey} ${event.rawPath}`,
        }),
        'POST /broken': () => Promise.reject(new Error('the secret reason')),
      },
      cors: corsPolicy([...storefrontOrigins([4200]), 'https://other.example']),
      logError: (error) => errors.push(error),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => received.splice(0));
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const post = (contentType: string | undefined, body: string | Buffer, path = '/clickstream') =>
    fetch(url + path, {
      method: 'POST',
      headers: { origin: SHOP, ...(contentType ? { 'content-type': contentType } : {}) },
      body: new Uint8Array(Buffer.from(body)),
    });

  it.each(['application/json', 'text/plain;charset=UTF-8', 'application/vnd.shop+json', undefined])(
    'hands a body of type %s to the Lambda as text',
    async (contentType) => {
      expect((await post(contentType, '{"trình":"bày"}')).status).toBe(202);
      expect(received[0]).toMatchObject({ body: '{"trình":"bày"}', isBase64Encoded: false });
    },
  );

  it.each(['application/octet-stream', 'application/x-www-form-urlencoded', 'image/png'])(
    'hands a body of type %s to the Lambda in base64',
    async (contentType) => {
      const bytes = Buffer.from([0x7b, 0xff, 0x00, 0x7d]);
      await post(contentType, bytes);
      expect(received[0]).toMatchObject({ body: bytes.toString('base64'), isBase64Encoded: true });
    },
  );

  it('describes the request in payload format 2.0', async () => {
    await fetch(`${url}/clickstream?tag=a&tag=b&q=x%20y`, {
      method: 'POST',
      headers: { cookie: 'one=1; two=2', 'user-agent': 'test-agent', 'X-Mixed-Case': 'v' },
    });
    const [event] = received;
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /clickstream',
      rawPath: '/clickstream',
      rawQueryString: 'tag=a&tag=b&q=x%20y',
      queryStringParameters: { tag: 'a,b', q: 'x y' },
      cookies: ['one=1', 'two=2'],
      headers: { 'x-mixed-case': 'v' },
      requestContext: {
        http: { method: 'POST', sourceIp: '127.0.0.1', userAgent: 'test-agent' },
        stage: '$default',
      },
      isBase64Encoded: false,
    });
    expect(event?.headers['cookie']).toBeUndefined();
    expect(event?.body).toBeUndefined();
    expect(event?.requestContext.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  const preflight = (origin: string) =>
    fetch(`${url}/clickstream`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });

  it.each([SHOP, 'http://localhost:4200', 'https://other.example'])(
    'answers the preflight of the shop at %s',
    async (origin) => {
      const response = await preflight(origin);
      expect(response.status).toBe(204);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'POST,OPTIONS',
        'access-control-allow-headers': 'authorization,content-type,x-retry-count,sp-anonymous',
        'access-control-allow-credentials': 'true',
        vary: 'origin',
        'access-control-max-age': '3600',
      });
      expect(response.headers.get('connection')).toBe('keep-alive');
      expect(received).toHaveLength(0);
    },
  );

  it('allows nothing to the pages of another origin', async () => {
    const response = await preflight('http://evil.example');
    expect(response.status).toBe(204);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(response.headers.get('vary')).toBe('origin');
  });

  it('sets the CORS headers itself and drops those of the Lambda', async () => {
    const response = await post('application/json', '{}');
    expect(response.headers.get('access-control-allow-origin')).toBe(SHOP);
    expect(response.headers.get('access-control-expose-headers')).toBe('retry-after');
    expect(await response.json()).toEqual({ accepted: 1 });
  });

  it('answers 404 for any other route', async () => {
    const response = await fetch(`${url}/clickstream`);
    expect([response.status, await response.json()]).toEqual([404, { message: 'Not Found' }]);
  });

  it('takes any last word of a path where a route has a variable', async () => {
    const answer = await post('text/plain', '{}', '/v1/track');
    expect([answer.status, await answer.text()]).toEqual([200, 'POST /v1/{call} /v1/track']);
    for (const path of ['/v1/', '/v1', '/v1/a/b', '/v2/track']) {
      expect((await post('text/plain', '{}', path)).status).toBe(404);
    }
  });

  it('takes a body of 10 MB and refuses one byte more', async () => {
    const limit = 10 * 1024 * 1024;
    expect((await post('text/plain', Buffer.alloc(limit, 'x'))).status).toBe(202);
    const refused = await post('text/plain', Buffer.alloc(limit + 1, 'x'));
    expect([refused.status, await refused.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
    expect(received).toHaveLength(1);
  });

  it('answers 500 without the reason when the Lambda fails', async () => {
    const response = await post('text/plain', '{}', '/broken');
    expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Server Error' }]);
    expect(errors).toEqual([new Error('the secret reason')]);
  });
});
