import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { handler as Handler } from './handler';
import { aRequest } from './testing/api-gateway-request';
import { aRawBucket, type RawBucket } from './testing/raw-bucket';

const SNOWPLOW = '/com.snowplowanalytics.snowplow/tp2';
const PAGE_VIEW = {
  e: 'pv',
  eid: '02e497f1-376e-42c1-aa53-f4eca895c910',
  tv: 'js-4',
  url: 'https://a.example/',
};

/** A request of another tracker; a query makes it a GET. */
function sent(path: string, body: unknown, query = ''): APIGatewayProxyEventV2 {
  const request = aRequest(typeof body === 'string' ? body : JSON.stringify(body));
  const http = { ...request.requestContext.http, method: query === '' ? 'POST' : 'GET', path };
  return {
    ...request,
    rawPath: path,
    rawQueryString: query,
    requestContext: { ...request.requestContext, http },
  };
}

let bucket: RawBucket;
let handler: typeof Handler;
let written: jest.SpyInstance;

beforeAll(async () => {
  bucket = await aRawBucket();
  Object.assign(process.env, bucket.env);
  handler = (await import('./handler')).handler;
});
beforeEach(() => {
  written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => written.mockRestore());

async function answerTo(request: APIGatewayProxyEventV2) {
  const { statusCode, headers, body = '', isBase64Encoded } = await handler(request);
  const isJson = headers?.['content-type'] === 'application/json';
  return { statusCode, headers, isBase64Encoded, body: isJson ? JSON.parse(body) : body };
}

const stored = async (prefix: Parameters<RawBucket['objects']>[0]) =>
  (await bucket.objects(prefix)).flatMap(({ lines }) => lines).at(-1);

describe('a request of Segment', () => {
  it('is stored in its original form, without personal data, and answered as its libraries expect', async () => {
    const message = { type: 'identify', messageId: 'm-1', userId: 'u-1', traits: { email: 'a@b.example' } };
    const request = sent('/v1/i', { ...message, writeKey: 'key', sentAt: '2026-11-29T04:00:00.000Z' });

    expect(await answerTo(request)).toMatchObject({ statusCode: 200, body: { success: true } });
    const { traits, ...kept } = message;
    expect(traits).toBeDefined();
    expect(await stored('events/')).toEqual(
      expect.objectContaining({
        ...kept,
        _ingest: expect.objectContaining({ sender: 'segment', sentAt: '2026-11-29T04:00:00.000Z' }),
      }),
    );
  });

  it('leaves out personal data at our path too', async () => {
    const message = { type: 'identify', messageId: 'm-9', userId: 'u-9', traits: { email: 'a@b.example' } };
    expect(await answerTo(sent('/clickstream', message))).toMatchObject({ statusCode: 202 });
    expect(await stored('events/')).toMatchObject({ messageId: 'm-9', _ingest: { sender: 'segment' } });
    expect(JSON.stringify(await stored('events/'))).not.toContain('b.example');
  });

  it('stores the good messages of a batch when one is bad, and reports which', async () => {
    const batch = [{ type: 'track', event: 'Any', messageId: 'm-2' }, 7];
    expect(await answerTo(sent('/v1/batch', { batch }))).toMatchObject({
      statusCode: 200,
      body: { success: true, rejected: [{ index: 1, reason: expect.any(String) }] },
    });
  });

  it('may be larger than ours, up to the limit of its libraries', async () => {
    const batchOf = (bytes: number) => ({
      batch: [{ type: 'page', messageId: 'm', filling: 'x'.repeat(bytes) }],
    });
    expect(await answerTo(sent('/v1/b', batchOf(500 * 1024)))).toMatchObject({ statusCode: 200 });
    expect(await answerTo(sent('/v1/b', batchOf(512 * 1024)))).toMatchObject({ statusCode: 413 });
  });

  it.each([
    ['/v1/t', 'no JSON'],
    ['/v1/m', {}],
    ['/v1/b', {}],
  ])('is refused without a retry at %s: %j', async (path, body) => {
    expect(await answerTo(sent(path, body))).toMatchObject({
      statusCode: 400,
      body: { success: false, error: expect.any(String) },
    });
  });
});

describe('a request of Snowplow', () => {
  it('is stored in its original form, with its JSON parsed', async () => {
    const co = JSON.stringify({ data: [{ schema: 'iglu:a/web_page/jsonschema/1-0-0', data: { id: 'x' } }] });
    const data = [{ ...PAGE_VIEW, cx: Buffer.from(co).toString('base64url'), stm: '1795924708212' }];

    expect(await answerTo(sent(SNOWPLOW, { schema: 'iglu:…', data }))).toMatchObject({ statusCode: 200 });
    expect(await stored('events/')).toEqual(
      expect.objectContaining({
        ...PAGE_VIEW,
        co: JSON.parse(co),
        _ingest: expect.objectContaining({ sentAt: '2026-11-29T03:58:28.212Z' }),
      }),
    );
  });

  it('is answered with an image when it is a pixel', async () => {
    const answer = await answerTo(sent('/i', '', new URLSearchParams(PAGE_VIEW).toString()));
    expect(answer).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'image/gif', 'strict-transport-security': 'max-age=31536000' },
      isBase64Encoded: true,
    });
    expect(Buffer.from(answer.body, 'base64').toString('latin1')).toMatch(/^GIF89a/);
    expect(await stored('events/')).toEqual(expect.objectContaining(PAGE_VIEW));
  });

  it.each([
    [SNOWPLOW, 'no JSON', ''],
    [SNOWPLOW, {}, ''],
    [SNOWPLOW, ' '.repeat(600 * 1024), ''],
    ['/i', '', 'url=x'],
  ])('is refused with 400, which its trackers do not retry: %s %.20j %s', async (path, body, query) => {
    expect(await answerTo(sent(path, body, query))).toMatchObject({
      statusCode: 400,
      body: { error: expect.any(String) },
    });
  });
});

describe('a request of the Measurement Protocol', () => {
  const query = 'measurement_id=G-0000000000&api_secret=secret';
  const params = { transaction_id: 'T_1', value: 30.03, currency: 'USD' };

  /** A POST with a query, as in Google's protocol. */
  const collected = (body: unknown) => ({ ...sent('/mp/collect', body), rawQueryString: query });

  it('is stored event by event in its original form, each with the fields that the request states for all', async () => {
    const common = { client_id: '555.123', timestamp_micros: '1795916500000000' };
    const events = [{ name: 'purchase', params }];
    expect(await answerTo(collected({ ...common, events }))).toMatchObject({
      statusCode: 202,
      body: { accepted: 1, rejected: [] },
    });
    expect(await stored('events/')).toEqual({
      ...common,
      name: 'purchase',
      params,
      _ingest: expect.objectContaining({ sender: 'ga4' }),
    });
  });

  it.each([[{}], [{ events: 'purchase' }], [[]]])('of the form %j is refused', async (body) => {
    expect(await answerTo(collected(body))).toMatchObject({ statusCode: 400 });
  });
});
