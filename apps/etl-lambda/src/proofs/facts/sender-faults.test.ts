import { newEventId } from '@clickstream/event-schema';
import { aCheckoutComplete, aCustomEvent, anOrder, aPageView } from '@clickstream/event-schema/testing';
import { aFactsTestBed, NINE } from '@clickstream/warehouse-load/testing';

const testBed = aFactsTestBed();
const faults = () =>
  testBed.rowsOf(
    `SELECT to_char(hour AT TIME ZONE 'UTC', 'HH24') AS hour, sender, fault, events::integer
     FROM dash.sender_faults ORDER BY 1, 2, 3`,
  );
/**
 * Received the given number of minutes past nine, and without the stamp of our ingest, which would
 * name the faults.
 */
const at = (minute: number, event: object) => {
  const receivedAt = new Date(NINE + minute * 60_000).toISOString();
  return { ...event, eventTimestamp: receivedAt, _ingest: { receivedAt } };
};
const CURRENCY = `order.currency: expected string to match '^[A-Z]{3}$'`;
const inSmallLetters = () =>
  aCheckoutComplete({ order: anOrder({ currency: 'vnd', orderId: newEventId() }) });

describe('the faults of senders', () => {
  it('are counted by hour of receipt, sender and fault; an event with two is in two rows', async () => {
    const both = { ...inSmallLetters(), pageTitle: 7 };
    const { eventName: event_name, ...rest } = inSmallLetters();
    const foreign = { ...rest, event_name };
    await testBed.loadLines(at(1, inSmallLetters()), at(2, both), at(61, inSmallLetters()), at(62, foreign));
    expect(await faults()).toEqual([
      { hour: '09', sender: 'clickstream', fault: CURRENCY, events: 2 },
      { hour: '09', sender: 'clickstream', fault: 'pageTitle: expected string', events: 1 },
      { hour: '10', sender: 'clickstream', fault: CURRENCY, events: 1 },
      { hour: '10', sender: 'other', fault: CURRENCY, events: 1 },
    ]);
  });

  it('add up over loads, and an event that comes twice counts once', async () => {
    const order = at(1, inSmallLetters());
    await testBed.loadLines(order, order);
    await testBed.loadLines(order, at(2, inSmallLetters()));
    expect(await faults()).toEqual([{ hour: '09', sender: 'clickstream', fault: CURRENCY, events: 2 }]);
  });

  it('are not counted for an event without one', async () => {
    await testBed.loadLines(at(1, aPageView()), at(2, aCheckoutComplete()));
    expect(await faults()).toEqual([]);
  });

  it('are not those that an event claims', async () => {
    const properties = { _sender: 'segment', _corrections: ['made: up'], size: 27 };
    const event = at(1, aCustomEvent({ properties }));
    const unknown = { ...at(2, aCustomEvent({ properties: { size: 28 } })), _corrections: ['made: up'] };
    await testBed.loadLines(event, unknown);
    expect(await faults()).toEqual([]);
    expect(
      await testBed.rowsOf('SELECT properties FROM clickstream_events ORDER BY event_timestamp'),
    ).toEqual([{ properties: { size: 27 } }, { properties: { size: 28, own__corrections: ['made: up'] } }]);
  });
});
