import { newEventId } from '@clickstream/event-schema';
import { aPageView } from '@clickstream/event-schema/testing';
import {
  aLoadForEachTest,
  CopyRows,
  events,
  HOUR,
  ledgerDifferences,
  ledgerOf,
  POISON_ID,
  poisonMethod,
  received,
  TIME,
} from '@clickstream/warehouse-load/testing';
import { connectTo } from '@clickstream/warehouse-load/warehouse';
import { replay } from './replay';

const load = aLoadForEachTest();

/** Replays all lines; after it the ledger closes. */
async function replayAll() {
  const client = await connectTo(load.warehouse.etlUrl);
  const { source } = load.bucket;
  const counts = await replay({ client, source, filter: {}, isDryRun: false, isStopped: () => false });
  await client.end();
  expect(await ledgerDifferences(load.warehouse)).toEqual([]);
  return counts;
}

const query = (sql: string) => load.warehouse.query('shiny', sql);
const ELEVEN = 'events/2026/11/02/11/b.json.gz';

describe('a line that is replayed', () => {
  it('counts instead of a copy of its event that was received later', async () => {
    // The browser's clock was three hours behind, and the second request took 40 ms less.
    const browserTime = '2026-11-02T06:00:00.000Z';
    const page = aPageView({
      eventTimestamp: browserTime,
      eventId: newEventId(Date.parse(browserTime)),
      sessionId: 's-1',
    });
    const atNine = received(page, {
      sentAt: '2026-11-02T06:00:02.000Z',
      receivedAt: '2026-11-02T09:00:02.140Z',
    });
    const atEleven = received(page, {
      sentAt: '2026-11-02T08:30:00.000Z',
      receivedAt: '2026-11-02T11:30:00.100Z',
    });
    await load.bucket.putEvents(`${HOUR}a.json.gz`, ['{"broken']);
    await load.bucket.putEvents(ELEVEN, [atEleven]);
    await load.run();
    await load.warehouse.query('admin', 'UPDATE etl_quarantine SET raw = $1', [JSON.stringify(atNine)]);

    expect(await replayAll()).toMatchObject({ loaded: 0, duplicates: 1 });

    const ofNine = new Date('2026-11-02T09:00:00.140Z');
    expect(
      await query(
        `SELECT event_timestamp, object_key FROM clickstream_events JOIN etl_objects ON object_id = source_object_id`,
      ),
    ).toEqual([{ event_timestamp: ofNine, object_key: `${HOUR}a.json.gz` }]);
    expect(await query('SELECT started_at, ended_at, events FROM sessions')).toEqual([
      { started_at: ofNine, ended_at: ofNine, events: 1 },
    ]);
    expect(await query('SELECT sum(events)::integer AS events FROM activity_hourly')).toEqual([
      { events: 1 },
    ]);
    expect(await query('SELECT sum(loaded)::integer AS loaded FROM etl_runs')).toEqual([{ loaded: 1 }]);
    expect(await ledgerOf(load.warehouse, '2026-11-02T11')).toMatchObject({ duplicates: 1 });
  });

  it('stays in quarantine while another event has its id', async () => {
    const eventId = newEventId(Date.parse(TIME));
    const stored = (event: object) => ({
      eventId,
      eventTimestamp: TIME,
      clientId: 'browser-1',
      ...event,
      _ingest: { receivedAt: TIME, requestId: 'r-1', sourceIp: '203.0.113.0' },
    });
    const items = [{ id: 'P1', quantity: 1, price: 500 }];
    const order = { orderId: 'SBW-1', revenue: 500, tax: 0, shipping: 0, currency: 'VND', items };
    const page = stored({ eventName: 'page_view', pageUrl: 'https://shop.example/a', pageTitle: 'A' });
    const bought = stored({ eventName: 'checkout_complete', order });
    await load.bucket.putEvents(`${HOUR}a.json.gz`, [bought, page, { ...bought, pageTitle: 'again' }]);
    await load.run();
    expect(await replayAll()).toEqual({ loaded: 0, duplicates: 0, dropped: 0, left: 1 });

    await load.warehouse.query(
      'admin',
      `DELETE FROM clickstream_events; DELETE FROM orders; DELETE FROM activity_hourly;
       UPDATE etl_objects SET loaded = 0, erased = 1; UPDATE ledger_hourly SET loaded = 0, erased = 1`,
    );
    expect(await replayAll()).toEqual({ loaded: 1, duplicates: 0, dropped: 0, left: 0 });
    expect(await query('SELECT event_name, page_title FROM clickstream_events')).toEqual([
      { event_name: 'page_view', page_title: 'A' },
    ]);
  });

  it('is loaded once its reader no longer throws: its id was never recorded', async () => {
    const order = { orderId: 'o-1', revenue: 5, items: [{ id: 'P', quantity: 2, price: 2 }] };
    const purchase = { eventName: 'checkout_complete', userId: 'user-1', order } as const;
    const poisonedEvent = () =>
      events(1, { ...purchase, eventId: POISON_ID, pageUrl: `/${POISON_ID}` } as object);
    await load.bucket.putEvents(`${HOUR}a.json.gz`, [...events(1), ...poisonedEvent(), ...poisonedEvent()]);
    poisonMethod(CopyRows.prototype, 'writeRow');
    expect(await load.run()).toMatchObject({ loaded: 1, duplicates: 0, quarantined: 2 });
    jest.restoreAllMocks();
    expect(await replayAll()).toEqual({ loaded: 1, duplicates: 1, dropped: 0, left: 0 });
  });
});
