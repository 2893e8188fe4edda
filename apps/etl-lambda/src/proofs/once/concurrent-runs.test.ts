import { CLICKSTREAM_EVENTS } from '@clickstream/dw-models/tables';
import { toWarehouseRow } from '@clickstream/warehouse-load/reading';
import { CopyRows, FactDeltas, outcomeOf, runOnce } from '@clickstream/warehouse-load/testing';
import { insertRows, openWarehouse, writeFacts } from '@clickstream/warehouse-load/warehouse';
import pg from 'pg';
import { allNumbers, aRaceForEachTest, event, TIME, until } from '../../testing/a-race';

jest.setTimeout(120_000);

const race = aRaceForEachTest();
const { putObjects, startEtl, connections, numbers } = race;

/** A transaction that inserts one event of session `s` and then its facts, step by step. */
async function transaction() {
  const client = new pg.Client({ connectionString: race.warehouse.etlUrl, application_name: 'etl' });
  await client.connect();
  await client.query('BEGIN');
  const deltas = new FactDeltas();
  return {
    insert: async (eventName: 'page_view' | 'product_view') => {
      const place = { objectKey: 'events/2026/11/02/09/a', objectId: 1, line: 1, keyTime: Date.parse(TIME) };
      const result = toWarehouseRow({ ...event(), eventName }, place);
      if (!result.ok) throw new Error(result.detail);
      const rows = new CopyRows(CLICKSTREAM_EVENTS.columns);
      rows.add(result.row);
      await insertRows(client, rows.pieces, false);
      deltas.add(result.row);
    },
    writeFacts: () => writeFacts(client, deltas),
    commit: async () => {
      await client.query('COMMIT');
      await client.end();
    },
  };
}

describe('two runs at once', () => {
  it('load each event once, even without the run lock', async () => {
    await putObjects(40, 50);
    const both = await Promise.all([
      runOnce(race.warehouse.etlUrl, race.bucket.source, { chunkRows: 200 }),
      runOnce(race.warehouse.etlUrl, race.bucket.source, { chunkRows: 330 }),
    ]);
    const last = await runOnce(race.warehouse.etlUrl, race.bucket.source);
    expect(both[0].loaded + both[1].loaded + last.loaded).toBe(2_000);
    expect(await numbers()).toEqual(allNumbers(2_000));
  });

  it('load each event once when it is in objects of both', async () => {
    const events = Array.from({ length: 300 }, event);
    for (const hour of ['08', '09', '10', '11']) {
      await race.bucket.putEvents(`events/2026/11/02/${hour}/a.json.gz`, events);
      await race.bucket.putEvents(`events/2026/11/02/${hour}/b.json.gz`, [...events].reverse());
    }
    await Promise.all(
      [100, 170, 250].map((chunkRows) => runOnce(race.warehouse.etlUrl, race.bucket.source, { chunkRows })),
    );
    await runOnce(race.warehouse.etlUrl, race.bucket.source);
    expect(await numbers()).toEqual(allNumbers(300));
    const [objects] = await race.warehouse.query(
      'shiny',
      'SELECT count(*)::integer AS n, sum(lines)::integer AS lines FROM etl_objects',
    );
    expect(objects).toEqual({ n: 8, lines: 2_400 });
  });

  it('that write one session at the same moment both count in it', async () => {
    const [one, other] = await Promise.all([transaction(), transaction()]);
    await one.insert('page_view');
    await other.insert('product_view');
    await one.writeFacts();
    const waiting = other.writeFacts();
    await until(async () => (await connections(`wait_event_type = 'Lock'`)) === 1);
    await one.commit();
    await waiting;
    await other.commit();
    const [session] = await race.warehouse.query('shiny', 'SELECT events, page_views FROM sessions');
    expect(session).toEqual({ events: 2, page_views: 1 });
  });

  it('from the command line take turns: the second waits and prints that', async () => {
    await putObjects(2, 5);
    const first = await openWarehouse(race.warehouse.etlUrl);
    expect(await first.tryRunLock()).toBe(true);
    const second = startEtl();
    const outcome = outcomeOf(second);
    await new Promise((waits) => second.stderr?.once('data', waits));
    await first.close();
    expect(await outcome).toEqual({
      code: 0,
      output: 'Loaded 10 events of 2 objects; 0 duplicates, 0 quarantined.\n',
      errors: 'Another run is at work: waiting for it to end.\n',
    });
  });
});
