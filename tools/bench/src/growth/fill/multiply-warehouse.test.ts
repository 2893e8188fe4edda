import pg from 'pg';
import { withEtlTestBed } from '../../etl/test-bed/etl-test-bed';
import { rawObjects } from '../../etl/test-bed/raw-objects';
import { multiplyWarehouse } from './multiply-warehouse';

const COPIES = 3;

/** Counts that agree with each other in a warehouse that the ETL has loaded. */
const COUNTS = `SELECT
  (SELECT count(*) FROM clickstream_events)::int AS events,
  (SELECT count(DISTINCT session_id) FROM clickstream_events)::int AS "sessionsOfEvents",
  (SELECT count(*) FROM clickstream_events JOIN etl_objects ON object_id = source_object_id)::int AS "ofObjects",
  (SELECT sum(loaded) FROM etl_objects)::int AS "ofManifest",
  (SELECT sum(loaded) FROM ledger_hourly)::int AS "ofLedger",
  (SELECT sum(events) FROM activity_hourly)::int AS "ofActivity",
  (SELECT count(*) FROM sessions)::int AS sessions,
  (SELECT sum(sessions) FROM visits_hourly)::int AS "ofVisits",
  (SELECT count(*) FROM carts JOIN sessions USING (session_id))::int AS carts,
  (SELECT count(*) FROM orders JOIN carts ON carts.order_id = orders.order_id)::int AS orders,
  (SELECT count(*) FROM order_touches JOIN orders USING (order_id) JOIN sessions ON sessions.session_id = order_touches.session_id)::int AS touches`;

it('makes a warehouse like one that the ETL has loaded, with ids of its own for each copy', async () => {
  await withEtlTestBed(async (testBed) => {
    await testBed.put(rawObjects(1_200, { overMs: 86_400_000 }));
    const warehouse = new URL(testBed.postgresUrl);
    warehouse.pathname = new URL(await testBed.load()).pathname;
    const [seed] = await rowsOf(warehouse, COUNTS);
    await multiplyWarehouse(warehouse.href, { copies: COPIES, eventsSince: '2026-01-01' });
    const times = Object.entries(seed ?? {}).map(([name, count]) => [name, Number(count) * COPIES]);
    expect(seed).toMatchObject({ events: 1_200, ofLedger: 1_200 });
    expect(seed?.['touches']).toBeGreaterThan(0);
    expect(await rowsOf(warehouse, COUNTS)).toEqual([Object.fromEntries(times)]);
    const disorder = `SELECT count(*)::int AS objects FROM etl_objects AS one JOIN etl_objects AS next
      ON next.object_id = one.object_id + 1 WHERE next.hour < one.hour`;
    expect(await rowsOf(warehouse, disorder)).toEqual([{ objects: 0 }]);
  });
}, 60_000);

async function rowsOf(url: URL, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}
