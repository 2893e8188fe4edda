import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { newEventId } from '@clickstream/event-schema';
import { aPageView } from '@clickstream/event-schema/testing';
import pg from 'pg';
import { erasedLine } from '@clickstream/warehouse-load/reading';
import {
  aBucket,
  gzippedLines,
  ledgerOf,
  received,
  runOnce,
  type TestBucket,
} from '@clickstream/warehouse-load/testing';
import { type LineMove, moveLines } from '@clickstream/warehouse-load/warehouse';

const HOUR = '2026-11-02T09';
const FOLDER = '2026/11/02/09';
const TIME = '2026-11-02T09:15:30.250Z';

let warehouse: TestWarehouse;
let bucket: TestBucket;

beforeEach(async () => {
  [warehouse, bucket] = await Promise.all([aWarehouse(), aBucket()]);
});

afterEach(async () => {
  bucket.close();
  await warehouse.close();
});

const run = (over: Parameters<typeof runOnce>[2] = {}) => runOnce(warehouse.etlUrl, bucket.source, over);

const events = (count: number, over: object = {}): object[] =>
  Array.from({ length: count }, () => ({
    ...received(aPageView({ eventTimestamp: TIME, eventId: newEventId(Date.parse(TIME)) }), {
      receivedAt: TIME,
    }),
    ...over,
  }));

const lossReport = (lost: unknown) =>
  events(1, { eventName: 'tracker_events_lost', properties: { lost, reason: 'queue_full' } });

describe('the ledger of an hour', () => {
  it('counts each line once, where it is, however often the run is repeated', async () => {
    const twice = events(2);
    await bucket.put(`events/${FOLDER}/a.json.gz`, gzippedLines([...events(3), ...twice, '{"broken']), 6);
    await bucket.put(`events/${FOLDER}/b.json.gz`, gzippedLines([...twice, erasedLine(new Date())]), 3);
    await bucket.put(`rejected/${FOLDER}/r.json.gz`, gzippedLines([{ reason: 'no', event: {} }]), 1);
    await run();
    await run();
    expect(await ledgerOf(warehouse, HOUR)).toEqual({
      received: 10,
      rejected: 1,
      stored: 9,
      loaded: 5,
      duplicates: 2,
      quarantined: 1,
      erased: 1,
    });
  });

  it('counts late lines, including rejected events', async () => {
    await bucket.putEvents(`events/${FOLDER}/a.json.gz`, events(1));
    await run();
    await bucket.putEvents(`events/${FOLDER}/late.json.gz`, events(2));
    await bucket.putEvents(`rejected/${FOLDER}/late.json.gz`, [{}, {}, {}]);
    await run();
    expect(await ledgerOf(warehouse, HOUR)).toEqual({ received: 6, rejected: 3, stored: 3, loaded: 3 });
    expect(await warehouse.query('shiny', 'SELECT count(*)::integer AS n FROM etl_quarantine')).toEqual([
      { n: 0 },
    ]);
  });

  it('shows stored lines that cannot be read as missing', async () => {
    const whole = gzippedLines(events(40));
    await bucket.put(`events/${FOLDER}/a.json.gz`, whole.subarray(0, whole.length / 2), 40);
    await run();
    const { received: all = 0, stored = 0, missing, quarantined } = await ledgerOf(warehouse, HOUR);
    expect({ all, missing, quarantined }).toEqual({ all: 40, missing: 40 - stored, quarantined: 1 });
    expect(missing).toBeGreaterThan(0);
  });

  it('closes after every chunk of an object that takes several', async () => {
    await bucket.put(`events/${FOLDER}/a.json`, lines(20_000), 30_000);
    let turns = 0;
    await run({ chunkRows: 5_000, isTimeUp: () => ++turns > 8 });
    const first = await ledgerOf(warehouse, HOUR);
    expect(first['missing']).toBeUndefined();
    expect(first['loaded']).toBeLessThan(20_000);
    await run({ chunkRows: 5_000 });
    expect(await ledgerOf(warehouse, HOUR)).toEqual({
      received: 30_000,
      stored: 20_000,
      loaded: 20_000,
      missing: 10_000,
    });
  });

  it('adds up the losses that browsers report, once for each report', async () => {
    const report = lossReport(7);
    await bucket.putEvents(`events/${FOLDER}/a.json.gz`, [
      ...report,
      ...lossReport('many'),
      ...lossReport(-3),
    ]);
    await run();
    await bucket.putEvents(`events/${FOLDER}/b.json.gz`, [...report, ...lossReport(5)]);
    await run();
    expect(await ledgerOf(warehouse, HOUR)).toMatchObject({ lost_in_browser: 12, loaded: 4, duplicates: 1 });
  });
});

describe('moveLines', () => {
  const move = async (...moves: LineMove[]) => {
    const client = new pg.Client({ connectionString: warehouse.etlUrl });
    await client.connect();
    try {
      await moveLines(client, moves);
    } finally {
      await client.end();
    }
  };

  it('moves lines in both manifest and ledger', async () => {
    await bucket.putEvents(`events/${FOLDER}/a.json.gz`, [...events(3), '{"broken', '{"broken']);
    await run();
    await move(
      { objectId: 1, from: 'loaded', to: 'erased', lines: 2 },
      { objectId: 1, from: 'quarantined', to: 'loaded', lines: 1 },
    );
    const counts = { loaded: 2, quarantined: 1, erased: 2 };
    expect(await ledgerOf(warehouse, HOUR)).toEqual({ received: 5, stored: 5, replayed: 1, ...counts });
    expect(await warehouse.query('shiny', 'SELECT loaded, quarantined, erased FROM etl_objects')).toEqual([
      counts,
    ]);
  });

  it('refuses lines of an object that was never read', async () => {
    await expect(move({ objectId: 9, from: 'loaded', to: 'erased', lines: 1 })).rejects.toThrow(
      'not in etl_objects',
    );
  });
});

/** Larger than the limit for reading whole, so that it is read in pieces. */
function lines(count: number): string {
  return events(count)
    .map((event) => `${JSON.stringify(event)}\n`)
    .join('');
}
