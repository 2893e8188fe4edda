import { aPageView, aProductView } from '@clickstream/event-schema/testing';
import { aRequest } from './testing/api-gateway-request';
import { aRawBucket, type RawBucket } from './testing/raw-bucket';
import { loadHandler, logOfEachTest } from './testing/load-handler';

const SECURE = { 'strict-transport-security': 'max-age=31536000', 'x-content-type-options': 'nosniff' };

let bucket: RawBucket;

const logged = logOfEachTest();

beforeEach(async () => {
  bucket = await aRawBucket();
});

describe('with a bucket', () => {
  let handler: Awaited<ReturnType<typeof loadHandler>>;
  beforeEach(async () => {
    handler = await loadHandler(bucket.env);
  });

  it('stores the events of a request as one object, and answers 202', async () => {
    const events = [aPageView(), aProductView(), { eventName: 'newsletter_signup', userLoginState: 'guest' }];

    const response = await handler(aRequest(JSON.stringify({ sentAt: new Date(), events })));

    expect(response).toMatchObject({
      statusCode: 202,
      headers: { 'content-type': 'application/json', ...SECURE },
    });
    expect(JSON.parse(response.body ?? '')).toEqual({ accepted: 3, rejected: [] });
    const objects = await bucket.objects('events/');
    expect(objects).toMatchObject([
      {
        key: expect.stringMatching(
          /^events\/\d{4}\/\d\d\/\d\d\/\d\d\/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}\.json\.gz$/,
        ),
        contentType: 'application/x-ndjson',
        contentEncoding: undefined,
        // The ledger of the warehouse compares the object's lines with this number.
        metadata: { events: '3' },
      },
    ]);
    const stamp = {
      receivedAt: expect.stringMatching(/Z$/),
      requestId: 'request-1',
      sourceIp: '203.0.113.0',
      userAgent: 'Mozilla/5.0 (test)',
      sentAt: expect.stringMatching(/Z$/),
    };
    expect(objects[0]?.lines).toEqual([
      { ...events[0], _ingest: stamp },
      { ...events[1], _ingest: stamp },
      expect.objectContaining({
        ...events[2],
        eventId: expect.any(String),
        schemaVersion: 1,
        _ingest: stamp,
      }),
    ]);
    expect(await bucket.objects('rejected/')).toEqual([]);
  });

  it('names the object by the hour of receipt', async () => {
    await handler(aRequest(JSON.stringify(aPageView())));

    const [object] = await bucket.objects('events/');
    const { receivedAt } = object?.lines[0]?.['_ingest'] as { receivedAt: string };
    expect(object?.key).toContain(`events/${receivedAt.slice(0, 13).replaceAll(/[-T]/g, '/')}/`);
  });

  it('keeps 19 good events of 20, and the bad one with its reason', async () => {
    const events: object[] = Array.from({ length: 20 }, () => aPageView());
    events[4] = { ...events[4], eventTimestamp: 'noon', pageUrl: '/?token=s3cret' };

    const response = await handler(aRequest(JSON.stringify(events)));

    const answer = JSON.parse(response.body ?? '');
    expect(response.statusCode).toBe(202);
    expect(answer).toEqual({
      accepted: 19,
      rejected: [
        { index: 4, eventId: expect.any(String), reason: expect.stringContaining('eventTimestamp') },
      ],
    });
    expect((await bucket.objects('events/'))[0]?.lines).toHaveLength(19);
    const rejects = await bucket.objects('rejected/');
    expect(rejects[0]?.lines).toEqual([
      {
        reason: answer.rejected[0].reason,
        index: 4,
        event: { ...events[4], pageUrl: '/?token=[redacted]' },
        _ingest: expect.objectContaining({ requestId: 'request-1' }),
      },
    ]);
  });

  it('answers 202 for a request without a good event, and stores that too', async () => {
    const response = await handler(aRequest('[{"eventName":"No!"},7]'));

    expect(JSON.parse(response.body ?? '')).toMatchObject({
      accepted: 0,
      rejected: [{ index: 0 }, { index: 1 }],
    });
    expect(await bucket.objects('events/')).toEqual([]);
    expect((await bucket.objects('rejected/'))[0]?.lines).toHaveLength(2);
  });

  it('reads a body in base64, whatever its characters', async () => {
    const event = aPageView({ pageTitle: 'Màn hình 27 inch — giá tốt 👍' });

    const response = await handler(aRequest(Buffer.from(`\uFEFF${JSON.stringify(event)}`)));

    expect(response.statusCode).toBe(202);
    expect((await bucket.objects('events/'))[0]?.lines).toMatchObject([{ pageTitle: event.pageTitle }]);
  });

  it.each([
    ['an empty array', '[]', 202, { accepted: 0, rejected: [] }],
    ['no body', undefined, 400, { error: expect.stringContaining('not JSON') }],
    ['text that is not JSON', 'hello', 400, { error: expect.stringContaining('not JSON') }],
    [
      '501 events',
      JSON.stringify(Array(501).fill({ eventName: 'a' })),
      413,
      { error: expect.stringContaining('500') },
    ],
    ['257 KB', ' '.repeat(257 * 1024), 413, { error: expect.stringContaining('262144') }],
    ['257 KB in base64', Buffer.alloc(257 * 1024, ' '), 413, { error: expect.stringContaining('262144') }],
  ])('stores nothing for %s', async (_what, body, statusCode, answer) => {
    const response = await handler(aRequest(body));

    expect(response.statusCode).toBe(statusCode);
    expect(JSON.parse(response.body ?? '')).toEqual(answer);
    expect([...(await bucket.objects('events/')), ...(await bucket.objects('rejected/'))]).toEqual([]);
  });

  it('logs nothing for a request whose events are all stored: the API logs it', async () => {
    await handler(aRequest(JSON.stringify(aPageView())));

    expect(await bucket.objects('events/')).toHaveLength(1);
    expect(logged()).toEqual([]);
  });

  it('logs one line for any other request: ids and counts, without the body', async () => {
    await handler(
      aRequest(JSON.stringify([aPageView({ clientId: 'somebody' }), { eventName: 'somebody' }, 7])),
    );
    await handler(aRequest('somebody'));

    const [object] = await bucket.objects('events/');
    const [rejects] = await bucket.objects('rejected/');
    expect(logged()).toEqual([
      {
        level: 'info',
        message: 'events rejected',
        requestId: 'request-1',
        accepted: 2,
        rejected: 1,
        object: object?.key,
        rejects: rejects?.key,
      },
      { level: 'warn', message: 'request refused', requestId: 'request-1', status: 400 },
    ]);
    expect(JSON.stringify(logged())).not.toContain('somebody');
  });
});
