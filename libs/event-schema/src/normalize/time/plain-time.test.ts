import fc from 'fast-check';
import { timeOfPlainText } from './plain-time';

describe('a time in the form that browsers write', () => {
  it('is read as Date reads it, on any day', () => {
    const anyDate = fc.date({
      min: new Date(0),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(timeOfPlainText(date.toISOString())).toBe(date.getTime());
      }),
    );
  });

  it('is accepted exactly when Date accepts it, whatever its digits', () => {
    const character = fc.constantFrom(...'0123456789TZ:.-+ /;');
    fc.assert(
      fc.property(fc.nat(23), character, fc.nat(23), character, (at, one, then, other) => {
        const text = [...'2026-11-23T08:59:07.123Z'].with(at, one).with(then, other).join('');
        const time = timeOfPlainText(text);
        if (time !== null) expect(new Date(time).toISOString()).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    '2026-11-23T24:00:00.000Z',
    '2026-02-30T08:00:00.000Z',
    '2025-02-29T08:00:00.000Z',
    '2026-11-31T08:00:00.000Z',
    '2026-11-23T08:60:00.000Z',
    '2026-11-23T08:00:60.000Z',
    '2026-11-23T08:00:00Z',
    '',
  ])('is not %j', (text) => expect(timeOfPlainText(text)).toBeNull());
});
