import { timeOfEventId } from '../ids/event-id';
import { eventIdOf } from './event-id';

const PLACE = { objectKey: 'events/2026/11/02/09/a.json', line: 3 };

describe('eventIdOf', () => {
  it('keeps a UUID of any version, in lower case', () => {
    expect(eventIdOf('F47AC10B-58CC-4372-A567-0E02B2C3D479', null, PLACE)).toBe(
      'f47ac10b-58cc-4372-a567-0e02b2c3d479',
    );
    expect(eventIdOf(' 019aad0c-0000-7000-8000-000000000001 ', null, PLACE)).toBe(
      '019aad0c-0000-7000-8000-000000000001',
    );
  });

  it('derives a UUID from any other id, and from that id only', () => {
    const id = eventIdOf('evt_42', null, PLACE);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(eventIdOf('evt_42', null, { objectKey: 'events/2026/12/31/b.json', line: 9 })).toBe(id);
    expect(eventIdOf('evt_43', null, PLACE)).not.toBe(id);
    expect(eventIdOf(42, null, PLACE)).toBe(eventIdOf('42', null, PLACE));
  });

  it('distinguishes the ids of two browsers that both count from 1', () => {
    expect(eventIdOf('1', 'c-1', PLACE)).not.toBe(eventIdOf('1', 'c-2', PLACE));
    expect(eventIdOf('1', 'c-1', PLACE)).toBe(eventIdOf(1, 'c-1', { ...PLACE, line: 9 }));
  });

  it('distinguishes long ids by their last character', () => {
    const long = 'x'.repeat(5_000);
    expect(eventIdOf(`${long}1`, null, PLACE)).not.toBe(eventIdOf(`${long}2`, null, PLACE));
  });

  it.each([
    ...[undefined, null, '', '  ', 'null', 'undefined', {}, true, 0, '0', -1],
    // The value of 1234567890123456789 and of its neighbours after JSON.parse.
    1234567890123456768,
    '00000000-0000-0000-0000-000000000000',
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  ])('derives an id from object and line where there is none: %p', (nothing) => {
    const id = eventIdOf(nothing, null, PLACE);
    expect(timeOfEventId(id)).toBe(Date.parse('2026-11-02T09:00:00Z'));
    expect(eventIdOf(nothing, null, PLACE)).toBe(id);
    expect(eventIdOf(nothing, null, { ...PLACE, line: 4 })).not.toBe(id);
    expect(eventIdOf(nothing, null, { ...PLACE, objectKey: 'events/2026/11/02/09/b.json' })).not.toBe(id);
  });
});
