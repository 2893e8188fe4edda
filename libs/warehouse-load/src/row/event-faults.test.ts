import type { ClickstreamEvent } from '@clickstream/event-schema';
import { aCustomEvent, aPageView } from '@clickstream/event-schema/testing';
import { LOCATION, TIME } from '../testing/a-row';
import { received } from '../testing/raw-events';
import { toWarehouseRow } from './to-warehouse-row';

describe('an event that cannot be a row', () => {
  const faultOf = (value: unknown) => {
    const result = toWarehouseRow(value, LOCATION);
    return result.ok ? 'a row' : result.reason;
  };
  const at = (eventTimestamp: unknown) =>
    received({ ...aPageView(), eventTimestamp } as ClickstreamEvent, { receivedAt: TIME });

  it.each([null, 5, 'text', true, []])('is not an object: %p', (value) => {
    expect(faultOf(value)).toBe('not_an_event');
  });

  it.each([undefined, null, '', 'Bad Name', 'productView', '9lives', 'x'.repeat(65), 7, {}])(
    'has a bad name: %p',
    (eventName) => {
      expect(faultOf({ ...received(aPageView({ eventTimestamp: TIME })), eventName })).toBe('bad_event_name');
    },
  );

  it('happened more than a day after it was received', () => {
    expect(faultOf(at('2026-11-03T09:15:30.250Z'))).toBe('a row');
    expect(faultOf(at('2026-11-03T09:15:30.251Z'))).toBe('impossible_time');
  });

  it('is judged by its time once the clock is corrected', () => {
    const sent = (eventTimestamp: string, sentAt: string) =>
      received(aPageView({ eventTimestamp }), { receivedAt: TIME, sentAt });
    expect(faultOf(sent('2026-11-05T09:15:30.250Z', '2026-11-05T09:15:30.250Z'))).toBe('a row');
    expect(faultOf(sent('1970-01-01T00:00:05.000Z', '1970-01-01T00:00:10.000Z'))).toBe('a row');
    expect(faultOf(sent('2026-11-01T09:15:30.250Z', '2026-10-30T09:15:30.250Z'))).toBe('impossible_time');
    expect(faultOf(sent('2026-11-02T09:15:30.249Z', '9999-12-31T00:00:00.000Z'))).toBe('impossible_time');
  });

  it('happened before the web had shops', () => {
    expect(faultOf(at('2000-01-01T00:00:00.000Z'))).toBe('a row');
    expect(faultOf(at('1999-12-31T23:59:59.999Z'))).toBe('impossible_time');
  });

  it('happened after the last year that a time of the warehouse can name', () => {
    const last = '9999-12-31T23:59:59.000Z';
    const inUtcLater = '9999-12-31T23:30:00-12:00';
    const sent = (eventTimestamp: string, receivedAt: string, sentAt?: string) =>
      received(aPageView({ eventTimestamp }), { receivedAt, ...(sentAt && { sentAt }) });
    expect(faultOf(sent(last, last))).toBe('a row');
    expect(faultOf(sent(inUtcLater, last))).toBe('unreadable_time');
    expect(faultOf(sent(last, inUtcLater))).toBe('impossible_time');
    expect(faultOf(sent(last, '9999-12-31T23:00:00.000Z', '9999-12-31T10:00:00.000Z'))).toBe(
      'impossible_time',
    );
  });

  it.each(['yesterday', {}, true])('has a meaningless time: %p', (time) => {
    expect(faultOf(at(time))).toBe('unreadable_time');
  });

  it('nests deeper than any event needs', () => {
    const properties = JSON.parse(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`) as Record<
      string,
      unknown
    >;
    expect(faultOf(received(aCustomEvent({ eventTimestamp: TIME, properties })))).toBe('too_deep');
  });

  it('keeps its time of receipt, so that its hour can be accounted for', () => {
    expect(toWarehouseRow(at('yesterday'), LOCATION)).toMatchObject({
      ok: false,
      receivedAt: Date.parse(TIME),
    });
  });
});
