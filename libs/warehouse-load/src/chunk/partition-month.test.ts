import { newEventId } from '@clickstream/event-schema';
import { partitionMonthOf } from './partition-month';

describe('partitionMonthOf', () => {
  it.each([
    ['2026-11-01T00:00:00.000Z', '2026-11-01'],
    ['2026-10-31T23:59:59.999Z', '2026-10-01'],
    ['2024-02-29T12:00:00.000Z', '2024-02-01'],
    ['1970-01-01T00:00:00.000Z', '1970-01-01'],
  ])('an id of %s belongs to the month of %s (UTC)', (time, month) => {
    expect(partitionMonthOf(newEventId(Date.parse(time)))).toBe(month);
  });

  it('is null for other ids, and for times beyond the calendar', () => {
    expect(partitionMonthOf('f47ac10b-58cc-4372-a567-0e02b2c3d479')).toBeNull();
    expect(partitionMonthOf('ffffffff-ffff-7000-8000-000000000000')).toBeNull();
  });
});
