import { CLICKSTREAM_EVENTS } from '@clickstream/dw-models/tables';
import { CONTENT_COLUMNS, CIRCUMSTANCE_COLUMNS, SENDER_COLUMNS } from './event-content';

describe('the content of an event', () => {
  it('is defined for every column: content, sender or circumstance', () => {
    const known = [...CONTENT_COLUMNS, ...SENDER_COLUMNS, ...CIRCUMSTANCE_COLUMNS];
    expect(known.toSorted()).toEqual(Object.keys(CLICKSTREAM_EVENTS.columns).toSorted());
  });
});
