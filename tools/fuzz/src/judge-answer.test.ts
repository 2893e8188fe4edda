import { gzipSync } from 'node:zlib';
import { judgeAnswer, type Answered } from './judge-answer';
import type { GatewayRequest } from './real-code';

const RECEIVED = { _ingest: { receivedAt: '2026-11-02T09:00:00.000Z' } };
const EVENT = { eventName: 'page_view', ...RECEIVED };

/** The post of two events to our own route. */
const TWO: GatewayRequest = {
  rawPath: '/clickstream',
  rawQueryString: '',
  body: '[{"eventName":"page_view"},{"eventName":"page_view"}]',
  isBase64Encoded: false,
  requestContext: { requestId: 'r', http: { method: 'POST', sourceIp: '203.0.113.7', userAgent: 'x' } },
};

const stored = (lines: readonly unknown[], metadata = lines.length) => ({
  Key: 'events/2026/11/02/09/a.json.gz',
  Body: gzipSync(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`),
  Metadata: { events: String(metadata) },
});

const answer = (accepted: number, ...objects: Answered['objects']): Answered => ({
  statusCode: 202,
  body: JSON.stringify({ accepted, rejected: [] }),
  objects,
});

describe('the judge of an answer', () => {
  it('counts what was stored when all agrees', () => {
    expect(judgeAnswer(TWO, answer(2, stored([EVENT, EVENT])))).toBe(2);
    expect(judgeAnswer({ ...TWO, body: '{' }, { statusCode: 400, objects: [] })).toBe(0);
  });

  it('allows one stored event for each product in an event of another sender, and no more', () => {
    const line = { ...EVENT, _ingest: { ...RECEIVED._ingest, sender: 'ga4' } };
    const body = '{"name":"add_to_cart","params":{"items":[{"item_id":"A"},{"item_id":"B"}]}}';
    expect(judgeAnswer({ ...TWO, body }, answer(1, stored([line, line])))).toBe(2);
    expect(() => judgeAnswer({ ...TWO, body }, answer(1, stored([line, line, line])))).toThrow(
      '1 events were sent, and 3 are stored.',
    );
  });

  it.each<[string, Answered, string]>([
    ['another status', { statusCode: 500, body: 'x', objects: [] }, 'Ingest answered 500: x'],
    ['no answer', { objects: [] }, 'Ingest answered undefined'],
    ['a lost event', answer(1, stored([EVENT])), '2 events were sent, and 1 are stored.'],
    ['a wrong count', answer(1, stored([EVENT, EVENT])), '1 events were accepted, and 2 are stored.'],
    ['wrong metadata', answer(2, stored([EVENT, EVENT], 3)), '3 events were counted in the metadata'],
    [
      'an event that the ETL refuses',
      answer(2, stored([EVENT, { ...EVENT, eventName: 'Bad Name' }])),
      'Ingest accepted an event that the ETL refuses',
    ],
    [
      'a refusal that stored something',
      { statusCode: 400, objects: [stored([EVENT])] },
      'Ingest answered 400 and stored 1 events.',
    ],
  ])('finds %s', (_, answered, message) => {
    expect(() => judgeAnswer(TWO, answered)).toThrow(message);
  });
});
