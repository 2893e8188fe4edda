import { EVENT_COLUMNS } from '@clickstream/dw-models/event-columns';
import { CONTENT_COLUMNS, PASSING_COLUMNS, TELLER_COLUMNS } from './event-content';

describe('the content of an event', () => {
  it('is defined for every column: it counts, it says who tells, or it passes', () => {
    const known = [...CONTENT_COLUMNS, ...TELLER_COLUMNS, ...PASSING_COLUMNS];
    expect(known.toSorted()).toEqual(EVENT_COLUMNS.toSorted());
  });
});
