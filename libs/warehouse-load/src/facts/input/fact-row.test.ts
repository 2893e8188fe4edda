import fc from 'fast-check';
import { hourOfTime } from './fact-row';

it('gives each time its own hour, in whatever order times come', () => {
  const nearby = fc.integer({ min: Date.UTC(2026, 10, 23), max: Date.UTC(2026, 10, 25) });
  fc.assert(
    fc.property(fc.array(nearby, { minLength: 2, maxLength: 20 }), (times) => {
      for (const time of times) {
        const start = new Date(time - (time % 3_600_000));
        expect(new Date(hourOfTime(new Date(time).toISOString()))).toEqual(start);
      }
    }),
  );
});
