import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import fc from 'fast-check';
import type pg from 'pg';
import { rebuildAll } from '../rebuild/rebuild-all';
import { replay } from '@clickstream/warehouse-maintenance';
import {
  emptyTables,
  gzippedLines,
  ledgerDifferences,
  memorySource,
  type MemorySource,
  runIn,
} from '@clickstream/warehouse-load/testing';
import { connectTo, openWarehouse, type Warehouse } from '@clickstream/warehouse-load/warehouse';

let warehouse: TestWarehouse;
let runs: readonly Warehouse[];
let admin: pg.Client;

beforeAll(async () => {
  warehouse = await aWarehouse();
  admin = await connectTo(warehouse.adminUrl);
  runs = await Promise.all([openWarehouse(warehouse.etlUrl), openWarehouse(warehouse.etlUrl)]);
});

afterAll(async () => {
  await Promise.all([admin.end(), ...runs.map((run) => run.close())]);
  await warehouse.close();
});

/**
 * A line of an object: the number of its event id, its content, and the number of its delivery.
 */
interface PlainLine {
  readonly id: number;
  readonly content: number;
  readonly passing: number;
}

const BARE_VIEW = { eventName: 'page_view' };
const CONTENTS: readonly object[] = [
  BARE_VIEW,
  { eventName: 'click', element: { id: 'buy' } },
  { eventName: 'product_view', product: { id: 'P1', price: 100 } },
  { eventName: 'product_view', product: { id: 'P1', price: 200 } },
  { eventName: 'checkout_complete', order: { orderId: 'O1', revenue: 100, currency: 'VND', items: [] } },
  { eventName: 'checkout_complete', order: { orderId: 'O1', revenue: 300, currency: 'VND', items: [] } },
  { eventName: 'order_refund', order: { orderId: 'O1', revenue: 100, currency: 'VND', items: [] } },
];

const rawLine = ({ id, content, passing }: PlainLine) => ({
  ...CONTENTS[content],
  eventId: `019a3c00-0000-7000-8000-00000000000${id}`,
  eventTimestamp: `2026-11-01T0${passing}:00:00.000Z`,
  sequence: passing,
  sessionId: `s-${passing}`,
  pageTitle: `Title ${passing}`,
  _ingest: { receivedAt: '2026-11-01T12:00:00Z', requestId: `r-${passing}`, sourceIp: null },
});

const anyLine = fc.record({
  id: fc.nat({ max: 3 }),
  content: fc.nat({ max: CONTENTS.length - 1 }),
  passing: fc.nat({ max: 9 }),
});

const OBJECTS = [0, 1, 2, 3, 4, 5];
const anyArrival = fc.record({
  objects: fc.array(fc.array(anyLine, { maxLength: 6 }), {
    minLength: OBJECTS.length,
    maxLength: OBJECTS.length,
  }),
  order: fc.shuffledSubarray(OBJECTS, { minLength: OBJECTS.length }),
  objectsPerRun: fc.integer({ min: 1, max: 3 }),
  chunkRows: fc.integer({ min: 1, max: 8 }),
  areAtOnce: fc.boolean(),
});

const keyOf = (object: number) => `events/2026/11/01/0${object}/o.json.gz`;

/** The location of a line, as a text that sorts like locations. */
type Place = string;

/** End state of a load in the order of receipt, by definition. */
function expectedOf(objects: readonly (readonly PlainLine[])[]) {
  const all = objects.flatMap((lines, object) =>
    lines.map((line, index) => ({ ...line, place: `${keyOf(object)}:${index + 1}` })),
  );
  const firstOf = (id: number) => all.find((line) => line.id === id);
  const isFirst = (line: (typeof all)[number]) => firstOf(line.id)?.place === line.place;
  return {
    all,
    loaded: all.filter(isFirst).map(({ place }) => place),
    conflicts: all.filter((line) => firstOf(line.id)?.content !== line.content).map(({ place }) => place),
  };
}

async function places(table: string, key: string, line: string): Promise<Place[]> {
  const rows = await warehouse.query(
    'shiny',
    `SELECT ${key} || ':' || ${line} AS place FROM ${table} ORDER BY 1`,
  );
  return rows.map(({ place }) => String(place));
}

const replayAll = (source: MemorySource) =>
  replay({ client: admin, source, filter: {}, isDryRun: false, isStopped: () => false });

const loadedPlaces = () =>
  places('clickstream_events JOIN etl_objects ON object_id = source_object_id', 'object_key', 'source_line');
const waitingPlaces = () =>
  places(`etl_quarantine WHERE reason = 'id_conflict' AND resolved_at IS NULL`, 'object_key', 'line');

describe('copies of events, and other events with their ids', () => {
  it('are never lost by any split into objects, chunks and runs, in any order, or by two runs at once', async () => {
    await fc.assert(
      fc.asyncProperty(anyArrival, async ({ objects, order, objectsPerRun, chunkRows, areAtOnce }) => {
        await emptyTables(warehouse);
        const { all, loaded, conflicts } = expectedOf(objects);
        const source = memorySource();
        const load = async () => {
          const loading = runs.slice(0, areAtOnce ? 2 : 1).map((run) => runIn(run, source, { chunkRows }));
          await Promise.all(loading);
        };
        for (let start = 0; start < order.length; start += objectsPerRun) {
          for (const object of order.slice(start, start + objectsPerRun))
            source.put(keyOf(object), gzippedLines((objects[object] ?? []).map(rawLine)));
          await load();
        }
        await load();

        const contentOf = ({ id, content }: PlainLine) => `${id} ${content}`;
        const lostContents = async () => {
          const kept = new Set([...loaded, ...(await waitingPlaces())]);
          const keptContents = new Set(all.filter(({ place }) => kept.has(place)).map(contentOf));
          return all.map(contentOf).filter((content) => !keptContents.has(content));
        };
        expect(await loadedPlaces()).toEqual([...loaded].sort());
        expect(await lostContents()).toEqual([]);
        expect(await ledgerDifferences(warehouse)).toEqual([]);
        // A line that conflicted with a copy which has been replaced since by one with its content
        // becomes a duplicate of that one.
        expect(await replayAll(source)).toMatchObject({ loaded: 0 });
        expect(conflicts).toEqual(expect.arrayContaining(await waitingPlaces()));
        expect(await lostContents()).toEqual([]);

        await expectRebuilt(source, loaded, conflicts);
      }),
      { numRuns: 15 },
    );
  }, 180_000);
});

/** A rebuild reads everything in the order of receipt, and a replay changes nothing about it. */
async function expectRebuilt(
  source: MemorySource,
  loaded: readonly Place[],
  conflicts: readonly Place[],
): Promise<void> {
  const [run] = runs;
  if (!run) throw new Error('No run is open.');
  const calmly = { now: new Date(), sweepPages: 1000, isTimeUp: () => false, onSkipped: () => undefined };
  await rebuildAll({ ...calmly, admin, source, warehouse: run, allowDataLoss: false });
  const expectAll = async () => {
    expect(await loadedPlaces()).toEqual([...loaded].sort());
    expect(await waitingPlaces()).toEqual([...conflicts].sort());
    expect(await ledgerDifferences(warehouse)).toEqual([]);
  };
  await expectAll();
  expect(await replayAll(source)).toEqual({ loaded: 0, duplicates: 0, dropped: 0, left: conflicts.length });
  await expectAll();
}
