import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import fc from 'fast-check';
import { memorySource, runIn } from '@clickstream/warehouse-load/testing';
import { goodAmongOddLines, oddObject } from '@clickstream/warehouse-load/testing/odd-objects';
import { openWarehouse, type Warehouse } from '@clickstream/warehouse-load/warehouse';

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

describe('any object', () => {
  it('is loaded or quarantined, line by line, and PostgreSQL refuses no row', async () => {
    const source = memorySource();
    let objects = 0;
    await fc.assert(
      fc.asyncProperty(oddObject, async (body) => {
        source.put(`events/2026/11/02/09/${String(++objects).padStart(6, '0')}`, body);
        const { objects: read, failed } = await runIn(loading, source);
        expect({ read, failed }).toEqual({ read: 1, failed: 0 });
      }),
      { numRuns: 250 },
    );
    const [ledger] = await warehouse.query(
      'shiny',
      `SELECT sum(loaded)::integer = (SELECT count(*) FROM clickstream_events) AS rows_agree,
         sum(quarantined)::integer = (SELECT count(*) FROM etl_quarantine) AS quarantine_agrees,
         sum(loaded)::integer = (SELECT sum(events) FROM activity_hourly) AS facts_agree,
         (SELECT array_agg(detail || ': ' || raw) FROM etl_quarantine WHERE reason = 'refused_by_warehouse') AS refused,
         sum(loaded) > 100 AS many_were_loaded
       FROM etl_objects`,
    );
    expect(ledger).toEqual({
      rows_agree: true,
      quarantine_agrees: true,
      facts_agree: true,
      refused: null,
      many_were_loaded: true,
    });
  }, 120_000);

  it('loses no good event that is in it', async () => {
    const source = memorySource();
    let objects = 0;
    await fc.assert(
      fc.asyncProperty(goodAmongOddLines, async ({ body, ids }) => {
        source.put(`events/2026/11/02/10/${String(++objects).padStart(6, '0')}`, body);
        await runIn(loading, source);
        const stored = await warehouse.query(
          'shiny',
          'SELECT count(*)::integer AS good FROM clickstream_events WHERE event_id = ANY($1)',
          [ids],
        );
        expect(stored).toEqual([{ good: ids.length }]);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});
