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

it('loads all the same when alerts cannot be checked, and notes it', async () => {
  const source = memorySource();
  source.put('events/2026/11/02/09/a.json', Buffer.from('{"event":"page_view"}'));
  await warehouse.query('admin', 'ALTER TABLE etl_runs DROP COLUMN judged_until CASCADE');
  const notes: string[] = [];
  const onNote = (line: string) => notes.push(line);
  expect(await runOnce(warehouse.etlUrl, source, { onNote })).toMatchObject({ loaded: 1 });
  expect(notes).toEqual([
    'The load is complete, but alerts could not be checked: column "judged_until" does not exist',
  ]);
  const [run] = await warehouse.query(
    'shiny',
    'SELECT error, finished_at FROM etl_runs ORDER BY run_id DESC LIMIT 1',
  );
  expect(run).toEqual({ error: null, finished_at: expect.any(Date) });
});
