import { gunzipSync } from 'node:zlib';
import { isUuid, timeOfEventId } from './ids/event-id';
import {
  derivedEventId,
  encodeRawObject,
  hourPrefix,
  isRawObject,
  rawObjectKey,
  timeOfKey,
} from './raw-object';

const RECEIVED = new Date('2026-11-23T04:59:59.999Z');

describe('rawObjectKey', () => {
  it('names the hour of receipt in UTC', () => {
    expect(rawObjectKey('events', RECEIVED, 'id-1')).toBe('events/2026/11/23/04/id-1.json.gz');
    expect(hourPrefix('rejected', RECEIVED)).toBe('rejected/2026/11/23/04/');
  });
});

describe('timeOfKey', () => {
  it('reads the hour, or the day where there is no hour', () => {
    expect(timeOfKey('events/2026/11/23/04/a.json.gz')).toBe(Date.parse('2026-11-23T04:00:00Z'));
    expect(timeOfKey('events/2026/11/23/event-1.json')).toBe(Date.parse('2026-11-23T00:00:00Z'));
  });

  it('is null for a key without a day, or with one that does not exist', () => {
    expect(timeOfKey('events/a.json')).toBeNull();
    expect(timeOfKey('events/2026/13/45/a.json')).toBeNull();
  });
});

describe('isRawObject', () => {
  it.each([
    'events/2026/11/02/09/019a.json.gz',
    'events/2026/11/02/event-5f2b.json',
    'events/2026/11/02/09/part/0.jsonl',
    'rejected/2026/11/02/09/a.json.gz',
  ])('takes %s', (key) => {
    expect(isRawObject(key)).toBe(true);
  });

  it.each([
    'events/2026/11/02/',
    'events/2026/11/02/09/',
    'events/2026/11/02/_SUCCESS',
    'events/2026/11/02/.keep',
    'events/readme.txt',
    'events/2026/11/event.json',
    'athena/2026/11/02/09/a.json.gz',
  ])('leaves %s', (key) => {
    expect(isRawObject(key)).toBe(false);
  });
});

describe('encodeRawObject', () => {
  it('writes one event per line, with a line feed after the last one', async () => {
    const body = await encodeRawObject(['{"a":1}', '{"b":"đ"}']);
    expect(gunzipSync(body).toString()).toBe('{"a":1}\n{"b":"đ"}\n');
  });
});

describe('derivedEventId', () => {
  const key = 'events/2026/11/23/04/event-1.json';

  it('is the same for the same object and line, and differs for any other', () => {
    expect(derivedEventId(key, 1)).toBe(derivedEventId(key, 1));
    expect(derivedEventId(key, 1)).not.toBe(derivedEventId(key, 2));
    expect(derivedEventId(key, 1)).not.toBe(derivedEventId(`${key}x`, 1));
  });

  it('is a UUIDv7 of the time that the key names', () => {
    expect(timeOfEventId(derivedEventId(key, 1))).toBe(Date.parse('2026-11-23T04:00:00Z'));
    expect(isUuid(derivedEventId('odd-key', 1))).toBe(true);
  });
});
