import { MAX_NESTING } from '@clickstream/event-schema/normalize';
import { rejectedEventOf } from './rejected-event';

const TIME = '2026-11-02T09:15:30.250Z';
const LOCATION = {
  objectKey: 'rejected/2026/11/02/09/r.json.gz',
  objectId: 1,
  line: 1,
  keyTime: Date.parse('2026-11-02T09:00:00Z'),
};
const STAMP = { receivedAt: TIME, requestId: 'r-1', sourceIp: null, userAgent: null };
const read = (event: unknown, reason = 'no') =>
  rejectedEventOf({ reason, index: 0, event, _ingest: STAMP }, LOCATION);

describe('rejectedEventOf', () => {
  it('adds the stamp of receipt to an event that can be read', () => {
    expect(read({ eventName: 'compare_add' })).toEqual({ eventName: 'compare_add', _ingest: STAMP });
  });

  it.each([
    undefined,
    null,
    7,
    'text',
    [],
    {},
    { eventName: '!' },
    { eventName: 'a', eventTimestamp: '1990-01-01' },
  ])('is null for a value that still is not an event: %j', (event) => {
    expect(read(event)).toBeNull();
  });

  it.each([`The event nests deeper than ${MAX_NESTING} layers.`, 'It nests deeper than 32 layers.'])(
    'is null for an event that ingest has truncated: %s',
    (reason) => {
      expect(read({ eventName: 'compare_add' }, reason)).toBeNull();
    },
  );

  it.each([undefined, null, 7, [], 'text', { event: { eventName: 'click' } }])(
    'accepts any line: %j',
    (line) => {
      expect(() => rejectedEventOf(line, LOCATION)).not.toThrow();
    },
  );

  it('drops the personal data of a Segment message, as ingest does when it accepts one', () => {
    const message = {
      type: 'track',
      event: 'Size Guide Opened',
      messageId: 'm-1',
      anonymousId: 'browser-1',
      timestamp: TIME,
      properties: { email: 'lan@example.com', size: '27' },
    };
    const event = read(message);
    expect(event).toMatchObject({ properties: { size: '27' } });
    expect(JSON.stringify(event)).not.toContain('lan@');
  });
});
