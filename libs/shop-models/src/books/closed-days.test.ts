import { dayAfter, dayOf, startOf } from './closed-days';

it.each([
  ['Asia/Ho_Chi_Minh', '2026-11-02', '2026-11-01T17:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
  ['Pacific/Auckland', '2026-11-02', '2026-11-01T11:00:00.000Z'],
  ['America/Los_Angeles', '2026-11-02', '2026-11-02T08:00:00.000Z'],
])('begins a day of %s (%s) at %s', (timeZone, day, start) => {
  expect(startOf(day, timeZone).toISOString()).toBe(start);
  expect(dayOf(new Date(start), timeZone)).toBe(day);
  expect(dayOf(new Date(Date.parse(start) - 1), timeZone) < day).toBe(true);
});

it('goes on to the next day over months and years', () => {
  expect(['2026-02-28', '2026-12-31'].map(dayAfter)).toEqual(['2026-03-01', '2027-01-01']);
});
