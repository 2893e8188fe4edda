import { LIMITS } from '@clickstream/event-schema';
import { readBody } from './read-body';
import { accept, RECEIVED, sorted } from '../testing/accepted-body';

const events = (count: number) => Array.from({ length: count }, () => ({ eventName: 'page_view' }));

/** A body of exactly the given number of bytes, filled with two-byte characters. */
function bodyOfBytes(bytes: number): string {
  const frame = Buffer.byteLength('{"eventName":"page_view","note":""}');
  const room = bytes - frame;
  return `{"eventName":"page_view","note":"${'é'.repeat(Math.floor(room / 2))}${room % 2 ? 'e' : ''}"}`;
}

describe('the shape of a body', () => {
  const event = { eventName: 'page_view' };
  it.each([
    ['one event', event, 1],
    ['an array', [event, event], 2],
    ['an empty array', [], 0],
    ['an envelope', { sentAt: RECEIVED, events: [event, event, event] }, 3],
    ['an envelope without sentAt', { events: [event] }, 1],
    ['an empty envelope', { sentAt: RECEIVED, events: [] }, 0],
    ['an event that has a field "events"', { eventName: 'bulk_order', events: [1, 2] }, 1],
    ['text with a byte order mark', `\uFEFF${JSON.stringify(event)}`, 1],
    ['text with white space around it', `\n  ${JSON.stringify(event)}\n`, 1],
  ])('accepts %s', (_shape, body, accepted) => {
    expect(sorted(body)).toMatchObject({ accepted: { length: accepted }, rejected: [] });
  });

  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['JSON that ends too early', '[{"eventName":"page_view"}'],
    ['two JSON values', '{"eventName":"page_view"}\n{"eventName":"page_view"}'],
    ['a string', '"page_view"'],
    ['a number', '12'],
    ['null', 'null'],
    ['true', 'true'],
    ['an envelope whose events are not an array', '{"events":{"eventName":"page_view"}}'],
  ])('refuses %s with 400', (_shape, body) => {
    expect(accept(body)).toMatchObject({ kind: 'refused', status: 400, error: expect.any(String) });
  });
});

describe('the limits', () => {
  it.each([
    [LIMITS.maxEvents, 'sorted'],
    [LIMITS.maxEvents + 1, 'refused'],
  ])('with %i events the batch is %s', (count, kind) => {
    expect(accept(events(count)).kind).toBe(kind);
    expect(accept({ events: events(count) }).kind).toBe(kind);
  });

  it.each([
    [256 * 1024, 'sorted'],
    [256 * 1024 + 1, 'refused'],
    [257 * 1024, 'refused'],
  ])('with %i bytes, not characters, the batch is %s', (bytes, kind) => {
    const body = bodyOfBytes(bytes);
    expect(Buffer.byteLength(body)).toBe(bytes);
    expect(accept(body).kind).toBe(kind);
  });

  it('answers 413 with the limit', () => {
    expect(accept(events(501))).toMatchObject({ status: 413, error: expect.stringContaining('500') });
    expect(accept('x'.repeat(300_000))).toMatchObject({
      status: 413,
      error: expect.stringContaining('262144'),
    });
  });
});

describe('a request of another tracker to our path', () => {
  const values = (body: object) => {
    const read = readBody(JSON.stringify(body));
    if (read.kind === 'refused') throw new Error(read.error);
    return read;
  };

  it('of Google Analytics 4 has its browser in each event', () => {
    const events = [{ name: 'purchase', params: { transaction_id: 'T' } }, { name: 'page_view' }];
    expect(values({ client_id: '5.1', events }).values).toEqual([
      { client_id: '5.1', ...events[0] },
      { client_id: '5.1', ...events[1] },
    ]);
  });

  it('of Segment has its messages, and the time of sending', () => {
    const sentAt = '2026-11-23T08:00:00.000Z';
    const batch = [{ type: 'track', event: 'X', messageId: 'm' }];
    expect(values({ batch, sentAt, writeKey: 'k' })).toMatchObject({ sentAt, values: batch });
  });

  it('of Snowplow has its events, so that a tracker may post to a path that block lists ignore', () => {
    const schema = 'iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4';
    const event = { e: 'pv', eid: 'e', p: 'web', url: 'https://shop.example/' };
    expect(values({ schema, data: [event] }).values).toEqual([event]);
  });

  it('is not assumed for our tracker’s events with such field names', () => {
    const event = { eventName: 'import_done', batch: [1], client_id: 'c', events: [{ name: 'a' }] };
    expect(values(event).values).toEqual([event]);
  });
});
