import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { newEventId } from '@clickstream/event-schema';
import { aCustomEvent, aPageView } from '@clickstream/event-schema/testing';
import {
  gzippedLines,
  ledgerDifferences,
  ledgerOf,
  memorySource,
  received,
  runOnce,
} from '@clickstream/warehouse-load/testing';

let warehouse: TestWarehouse;

beforeEach(async () => {
  warehouse = await aWarehouse();
});

afterEach(async () => {
  expect(await ledgerDifferences(warehouse)).toEqual([]);
  await warehouse.close();
});

/** Time by the browser's clock, which is three hours behind. */
const BROWSER_TIME = '2026-11-02T06:00:00.000Z';
const page = aPageView({
  eventTimestamp: BROWSER_TIME,
  eventId: newEventId(Date.parse(BROWSER_TIME)),
  sessionId: 's-1',
});

/** The same event in requests of different hours; the second one took 40 ms less. */
const atNine = received(page, {
  sentAt: '2026-11-02T06:00:02.000Z',
  receivedAt: '2026-11-02T09:00:02.140Z',
});
const atEleven = received(page, {
  sentAt: '2026-11-02T08:30:00.000Z',
  receivedAt: '2026-11-02T11:30:00.100Z',
});
const OF_NINE = new Date('2026-11-02T09:00:00.140Z');
const NINE = 'events/2026/11/02/09/a.json.gz';
const ELEVEN = 'events/2026/11/02/11/b.json.gz';

const query = (sql: string) => warehouse.query('shiny', sql);

async function expectFirstReceived(): Promise<void> {
  expect(
    await query(
      `SELECT event_timestamp, object_key FROM clickstream_events JOIN etl_objects ON object_id = source_object_id`,
    ),
  ).toEqual([{ event_timestamp: OF_NINE, object_key: NINE }]);
  expect(await query('SELECT started_at, ended_at, events FROM sessions')).toEqual([
    { started_at: OF_NINE, ended_at: OF_NINE, events: 1 },
  ]);
  expect(await query('SELECT sum(events)::integer AS events FROM activity_hourly')).toEqual([{ events: 1 }]);
  expect(await query('SELECT sum(loaded)::integer AS loaded FROM etl_runs')).toEqual([{ loaded: 1 }]);
}

describe('of two copies of an event, the one received first counts', () => {
  it('also when it is loaded last, and the ledger names the duplicate', async () => {
    const source = memorySource();
    source.put(ELEVEN, gzippedLines([atEleven]));
    expect(await runOnce(warehouse.etlUrl, source)).toMatchObject({ loaded: 1 });
    source.put(NINE, gzippedLines([atNine]));
    expect(await runOnce(warehouse.etlUrl, source)).toMatchObject({ loaded: 0, duplicates: 1 });
    await expectFirstReceived();
    expect(await ledgerOf(warehouse, '2026-11-02T09')).toMatchObject({ received: 1, loaded: 1 });
    expect(await ledgerOf(warehouse, '2026-11-02T11')).toMatchObject({ received: 1, duplicates: 1 });
  });

  it('also when one run finds both, the recent hours first', async () => {
    const source = memorySource();
    source.put(ELEVEN, gzippedLines([atEleven]));
    source.put(NINE, gzippedLines([atNine]));
    const now = new Date('2026-11-02T12:10:00Z');
    expect(await runOnce(warehouse.etlUrl, source, { now })).toMatchObject({ loaded: 1, duplicates: 1 });
    await expectFirstReceived();
  });

  it('and the other stays a duplicate when it is loaded last', async () => {
    const source = memorySource();
    source.put(NINE, gzippedLines([atNine, atEleven]));
    await runOnce(warehouse.etlUrl, source);
    source.put(ELEVEN, gzippedLines([atEleven]));
    expect(await runOnce(warehouse.etlUrl, source)).toMatchObject({ loaded: 0, duplicates: 1 });
    await expectFirstReceived();
  });

  it('also in the hour of its sender’s fault, whatever else the copies share', async () => {
    const faulty = (hour: string) => ({
      ...page,
      pageTitle: 7,
      _ingest: { receivedAt: `2026-11-02T${hour}:30:00.000Z` },
    });
    const faults = () => query('SELECT hour, sender, fault, events FROM sender_faults');
    const counted = { sender: 'clickstream', fault: 'pageTitle: expected string', events: 1 };
    const source = memorySource();
    source.put(ELEVEN, gzippedLines([faulty('11')]));
    await runOnce(warehouse.etlUrl, source);
    expect(await faults()).toEqual([{ hour: new Date('2026-11-02T11:00:00Z'), ...counted }]);
    source.put(NINE, gzippedLines([faulty('09')]));
    await runOnce(warehouse.etlUrl, source);
    expect(await faults()).toEqual([{ hour: new Date('2026-11-02T09:00:00Z'), ...counted }]);
  });

  it('also in the losses that it reports', async () => {
    const report = (lost: number, receivedAt: string) =>
      received(
        {
          ...aCustomEvent({ eventId: page.eventId ?? '', eventTimestamp: BROWSER_TIME }),
          eventName: 'tracker_events_lost',
          properties: { lost },
        },
        { receivedAt },
      );
    const source = memorySource();
    source.put(ELEVEN, gzippedLines([report(7, '2026-11-02T11:30:00.100Z')]));
    await runOnce(warehouse.etlUrl, source);
    source.put(NINE, gzippedLines([report(3, '2026-11-02T09:00:02.140Z')]));
    await runOnce(warehouse.etlUrl, source);
    expect(await query('SELECT lost_in_browser::integer AS lost FROM ledger_hourly ORDER BY hour')).toEqual([
      { lost: 3 },
      { lost: 0 },
    ]);
  });
});
