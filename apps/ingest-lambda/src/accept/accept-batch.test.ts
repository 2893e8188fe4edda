import {
  aCheckoutComplete,
  aCustomEvent,
  aPageView,
  aProduct,
  aProductView,
  anOrder,
} from '@clickstream/event-schema/testing';
import fc from 'fast-check';
import { rejectionOf } from './accept-batch';
import { RECEIVED, sorted, STAMP } from '../testing/accepted-body';

beforeAll(() => jest.useFakeTimers({ now: Date.parse(RECEIVED) }));
afterAll(() => jest.useRealTimers());

describe('an accepted event', () => {
  it('gets an id, the time of receipt and version 1 where it has none', () => {
    const newId = jest.fn(() => '0193583c-0000-7000-8000-000000000000');
    expect(sorted({ eventName: 'page_view' }, newId).accepted).toEqual([
      {
        eventName: 'page_view',
        eventId: '0193583c-0000-7000-8000-000000000000',
        eventTimestamp: RECEIVED,
        schemaVersion: 1,
        _ingest: STAMP,
      },
    ]);
    expect(newId).toHaveBeenCalledWith(Date.parse(RECEIVED));
  });

  it('gets a new UUIDv7, for null as for absent', () => {
    const { accepted } = sorted([{ eventName: 'a', eventId: null }, { eventName: 'a' }]);
    const ids = accepted.map(({ eventId }) => eventId);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('keeps every field that it was sent with, known or not', () => {
    const sent = {
      ...aProductView(),
      userLoginState: 'guest' as const,
      experiment: { arm: 'b', seen: [1, null, 'x'] },
    };
    expect(sorted(sent).accepted).toEqual([{ ...sent, _ingest: STAMP }]);
  });

  it('of another sender becomes one for each product that it puts into the cart', () => {
    const items = [{ item_id: 'A' }, { item_id: 'B' }];
    const sent = { name: 'add_to_cart', client_id: 'c', params: { currency: 'VND', items } };
    const _ingest = { ...STAMP, sender: 'ga4' };
    const batch = sorted([sent, aPageView()]);
    expect(batch.acceptedEvents).toBe(2);
    expect(batch.accepted).toMatchObject([
      { ...sent, params: { currency: 'VND', items: [{ item_id: 'A' }] }, _ingest },
      { ...sent, params: { currency: 'VND', items: [{ item_id: 'B' }] }, _ingest },
      { eventName: 'page_view' },
    ]);
  });

  it('may have a custom name', () => {
    const sent = aCustomEvent({ eventName: 'newsletter_signup' });
    expect(sorted(sent).accepted).toEqual([{ ...sent, _ingest: STAMP }]);
  });

  it('is stored as often as it was sent, also twice in one request', () => {
    const sent = aPageView();
    expect(sorted([sent, sent]).accepted).toHaveLength(2);
  });

  it('carries the stamp of ingest instead of one that a client wrote', () => {
    const [event] = sorted({ ...aPageView(), _ingest: { sourceIp: '8.8.8.8', forged: true } }).accepted;
    expect(event?._ingest).toEqual(STAMP);
  });

  it('carries sentAt of its envelope, and nothing where that is not a time', () => {
    const sentAtOf = (sentAt: unknown) =>
      sorted({ sentAt, events: [aPageView()] }).accepted[0]?._ingest.sentAt;
    expect(sentAtOf('2026-11-23T17:00:01+07:00')).toBe('2026-11-23T10:00:01.000Z');
    expect(sentAtOf('yesterday')).toBeUndefined();
    expect(sentAtOf(1795428000000)).toBeUndefined();
  });

  it('contains no secret in any address', () => {
    const dirty = '/reset?token=s3cret&email=an@shop.vn';
    const product = aProduct({ urlPath: dirty });
    const { accepted } = sorted([
      aPageView({ pageUrl: `https://shop.example${dirty}`, referrer: `https://mail.example${dirty}` }),
      aProductView({ product }),
      aCheckoutComplete({ order: anOrder({ items: [product] }) }),
    ]);
    expect(accepted).toHaveLength(3);
    expect(JSON.stringify(accepted)).not.toMatch(/s3cret|an@shop/);
    expect(accepted[0]).toMatchObject({
      pageUrl: 'https://shop.example/reset?token=[redacted]&email=[redacted]',
    });
  });
});

describe('a rejected event', () => {
  it('does not affect its neighbours, and is reported by index, id and reason', () => {
    const batch = Array.from({ length: 20 }, () => aProductView());
    const bad = { ...aProductView(), eventTimestamp: 'noon' };
    const { accepted, rejected } = sorted(batch.with(7, bad as never));

    expect(accepted.map(({ eventId }) => eventId)).toEqual(
      batch.toSpliced(7, 1).map(({ eventId }) => eventId),
    );
    expect(rejected.map(rejectionOf)).toEqual([
      { index: 7, eventId: bad.eventId, reason: expect.stringContaining('eventTimestamp') },
    ]);
  });

  it.each([
    ['not an object', 'page_view'],
    ['an array', [{ eventName: 'page_view' }]],
    ['null', null],
    ['without a name', { eventId: '0193583c-0000-7000-8000-000000000000' }],
    ['with a name of another form', { eventName: 'Big Sale!' }],
    ['with a meaningless time', { eventName: 'page_view', eventTimestamp: 'noon' }],
    ['of a day that does not exist', { eventName: 'page_view', eventTimestamp: '2026-02-31T10:00:00Z' }],
    ['of before the web had shops', { eventName: 'page_view', eventTimestamp: '1999-12-31T10:00:00Z' }],
    ['of the future', { eventName: 'page_view', eventTimestamp: '2026-11-24T10:00:00.001Z' }],
    [
      'of the future with its own stamp',
      { eventName: 'a', eventTimestamp: '9999-01-01T00:00:00Z', _ingest: 1 },
    ],
  ])('may be one %s', (_fault, sent) => {
    const { accepted, rejected } = sorted([sent]);
    expect(accepted).toEqual([]);
    expect(rejected).toEqual([{ index: 0, reason: expect.any(String), event: sent, _ingest: STAMP }]);
  });

  it('contains no secret in any address either', () => {
    const { rejected } = sorted([{ pageUrl: '/?password=s3cret' }, 'https://shop.example/?password=s3cret']);
    expect(rejected).toHaveLength(2);
    expect(JSON.stringify(rejected)).not.toContain('s3cret');
  });

  it('may be nested too deeply to be written again', () => {
    const deep = `{"eventName":"page_view","deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const { accepted, rejected } = sorted(`[${deep},{"eventName":"page_view"}]`);
    expect(accepted).toHaveLength(1);
    expect(rejected).toMatchObject([{ index: 0, reason: 'The event nests deeper than 32 layers.' }]);
    expect(() => JSON.stringify(rejected)).not.toThrow();
  });

  it('reports an id only if it is text of a sensible length', () => {
    const reportedId = (eventId: unknown) => sorted({ eventId }).rejected.map(rejectionOf)[0]?.eventId;
    expect([reportedId(12), reportedId({}), reportedId('x'.repeat(5_000)), reportedId('abc')]).toEqual([
      null,
      null,
      null,
      'abc',
    ]);
  });
});

it('accepts or rejects each value of any array, and can write each as one line', () => {
  const looksLikeAnEvent = fc.record(
    {
      eventName: fc.oneof(fc.constantFrom('page_view', 'product_view', 'my_event'), fc.jsonValue()),
      eventId: fc.oneof(fc.uuid(), fc.jsonValue()),
      product: fc.oneof(fc.constant(aProduct()), fc.jsonValue()),
      pageUrl: fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.jsonValue()),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(looksLikeAnEvent, fc.jsonValue()), { maxLength: 40 }), (values) => {
      const { accepted, rejected } = sorted(values);
      const places = rejected.map(({ index }) => index);
      expect(accepted.length + rejected.length).toBe(values.length);
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      for (const stored of [...accepted, ...rejected]) expect(JSON.stringify(stored)).not.toContain('\n');
    }),
    { numRuns: 300 },
  );
});
