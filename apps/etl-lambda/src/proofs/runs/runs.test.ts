import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { memorySource, runOnce } from '@clickstream/warehouse-load/testing';

let warehouse: TestWarehouse;

beforeAll(async () => {
  warehouse = await aWarehouse();
});

afterAll(() => warehouse.close());

it('never records data beyond now, whatever year a folder names', async () => {
  const source = memorySource();
  source.put('events/2099/01/01/00/a.json', Buffer.from('{"event":"page_view"}'));
  expect(await runOnce(warehouse.etlUrl, source)).toMatchObject({ loaded: 1 });

  const [freshness] = await warehouse.query('shiny', 'SELECT data_until <= now() AS is_past FROM etl_runs');
  expect(freshness).toEqual({ is_past: true });
});
