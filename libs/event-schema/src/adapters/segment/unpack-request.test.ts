import { segmentRequests } from './unpack-request';

const unpack = (body: unknown, call: string) =>
  segmentRequests.unpack({ path: `/v1/${call}`, query: {}, body });
const message = { type: 'track', event: 'Product Viewed', messageId: 'm-1', properties: { product_id: 'p' } };

describe('a request of Segment’s HTTP API', () => {
  it('is one message, without the key and the fields that are only meant for Segment', () => {
    const sent = {
      ...message,
      writeKey: 'secret',
      sentAt: '2026-11-29T04:00:00Z',
      _metadata: { bundled: [] },
    };
    expect(unpack(sent, 't')).toEqual({
      values: [message],
      sentAt: '2026-11-29T04:00:00Z',
    });
  });

  it.each([
    ['track', 'track'],
    ['p', 'page'],
    ['identify', 'identify'],
    ['s', 'screen'],
    ['group', 'group'],
    ['a', 'alias'],
  ])('takes the type of a message from its path: /v1/%s is %s', (call, type) => {
    expect(unpack({ userId: 'u' }, call)).toMatchObject({ values: [{ userId: 'u', type }] });
  });

  it.each(['b', 'batch', 'import'])('is a batch at /v1/%s, whose context each message shares', (call) => {
    const batch = [message, { ...message, context: { page: { path: '/own' } } }, 'no message'];
    const context = { library: { name: 'any' }, page: { path: '/shared' } };
    expect(unpack({ batch, context, sentAt: 'then' }, call)).toMatchObject({
      values: [{ context }, { context: { library: { name: 'any' }, page: { path: '/own' } } }, 'no message'],
      sentAt: 'then',
    });
  });

  it('leaves out personal data', () => {
    const identify = {
      userId: 'a@b.example',
      previousId: 'c@b.example',
      traits: { email: 'a@b.example' },
      context: { ip: '203.0.113.7' },
    };
    expect(JSON.stringify(unpack(identify, 'i'))).not.toMatch(/example|203/);
  });

  it.each([
    ['t', null],
    ['t', [message]],
    ['batch', { batch: 'none' }],
    ['batch', message],
    ['batch', { batch: [message], context: { note: 'x'.repeat(10_000) } }],
    ['m', message],
    ['toString', message],
  ])('is refused at /v1/%s when it is %.80j', (call, body) => {
    expect(unpack(body, call)).toBeNull();
  });

  it('is recognised by its path', () => {
    expect(['/v1/t', '/v1/m'].map(segmentRequests.handles)).toEqual([true, true]);
    expect(['/v1', '/v1/', '/v1/a/b', '/i'].map(segmentRequests.handles)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
