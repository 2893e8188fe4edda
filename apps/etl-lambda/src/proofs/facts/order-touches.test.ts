import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import fc from 'fast-check';
import {
  emptyTables,
  factsOf,
  gzippedLines,
  memorySource,
  rebuild,
  runIn,
} from '@clickstream/warehouse-load/testing';
import { openWarehouse, type Warehouse } from '@clickstream/warehouse-load/warehouse';
import { anyShopping, type Shopping } from '../../testing/any-shopping';
import { WRONG_CREDITS, WRONG_TOUCHES } from '../../testing/credits-when-asked';
import { rawEvent } from '../../testing/raw-event';

let warehouse: TestWarehouse;
let loading: Warehouse;

beforeAll(async () => {
  warehouse = await aWarehouse();
  loading = await openWarehouse(warehouse.etlUrl);
});

afterAll(async () => {
  await loading.close();
  await warehouse.close();
});

async function expectDefined(): Promise<void> {
  expect(await warehouse.query('shiny', WRONG_TOUCHES)).toEqual([]);
  expect(await warehouse.query('shiny', WRONG_CREDITS)).toEqual([]);
}

const changeLink = (change: 'undo' | 'restore') =>
  warehouse.query('admin', `SELECT ${change}_identity_link('c1', 'u1', 'a machine in the showroom')`);

/** Loads objects one by one, and takes a link out of force after one of them. */
async function loadAll({ objects, undoAfter }: Shopping): Promise<void> {
  const source = memorySource();
  for (const [nth, { hour, events }] of objects.entries()) {
    source.put(`events/2026/11/01/${hour}/o.json.gz`, gzippedLines(events.map(rawEvent)));
    await runIn(loading, source, { chunkRows: 5 });
    await expectDefined();
    if (nth !== undoAfter) continue;
    await changeLink('undo');
    await expectDefined();
  }
}

describe('the visits and the credits of orders', () => {
  it('are those of the definition after each load, in whatever order events come, changed, undone, erased', async () => {
    await fc.assert(
      fc.asyncProperty(anyShopping, async (shopping) => {
        await emptyTables(warehouse);
        await loadAll(shopping);
        const loaded = await factsOf(warehouse);
        await rebuild(warehouse);
        expect(await factsOf(warehouse)).toEqual(loaded);
        await changeLink('restore');
        await expectDefined();
        await warehouse.query('admin', `DELETE FROM clickstream_events WHERE client_id = 'c2'`);
        await rebuild(warehouse);
        await expectDefined();
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 180_000);
});
