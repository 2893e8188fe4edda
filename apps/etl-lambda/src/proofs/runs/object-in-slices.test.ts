import { newEventId } from '@clickstream/event-schema';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import {
  gzippedLines,
  ledgerDifferences,
  ledgerOf,
  memorySource,
  runOnce,
} from '@clickstream/warehouse-load/testing';

let warehouse: TestWarehouse;

beforeEach(async () => {
  warehouse = await aWarehouse();
});

afterEach(() => warehouse.close());

const KEY = 'events/2026/11/02/09/many-lines';
const TIME = '2026-11-02T09:15:30.250Z';

const lines = (count: number): unknown[] =>
  Array.from({ length: count }, (_, index) =>
    index % 3 === 0
      ? `no event ${index}`
      : { eventId: newEventId(Date.parse(TIME)), eventName: 'page_view', eventTimestamp: TIME },
  );

describe('an object with more lines than a chunk takes', () => {
  it('is loaded in slices when it is small enough to be held, and continues where the time was up', async () => {
    const source = memorySource();
    source.put(KEY, gzippedLines(lines(3_000)));
    let asked = 0;

    const first = await runOnce(warehouse.etlUrl, source, { chunkRows: 100, isTimeUp: () => ++asked > 3 });
    expect(first).toMatchObject({ objects: 0, more: true });
    expect(first.loaded).toBeGreaterThan(300);
    expect(first.loaded).toBeLessThan(2_000);
    expect(await ledgerDifferences(warehouse)).toEqual([]);

    const second = await runOnce(warehouse.etlUrl, source, { chunkRows: 100 });
    expect(second).toMatchObject({ objects: 1, loaded: 2_000 - first.loaded, duplicates: 0, more: false });
    expect(await ledgerOf(warehouse, '2026-11-02T09')).toEqual({
      received: 3_000,
      stored: 3_000,
      loaded: 2_000,
      quarantined: 1_000,
    });
    expect(await ledgerDifferences(warehouse)).toEqual([]);
  });

  it('is loaded in slices when it is a list', async () => {
    const source = memorySource();
    source.put(KEY, Buffer.from(JSON.stringify(lines(2_000))));

    expect(await runOnce(warehouse.etlUrl, source, { chunkRows: 100 })).toMatchObject({
      objects: 1,
      loaded: 1_333,
      quarantined: 667,
    });
    expect(await ledgerDifferences(warehouse)).toEqual([]);
  });
});
