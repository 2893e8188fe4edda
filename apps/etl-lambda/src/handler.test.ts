import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { aPageView } from '@clickstream/event-schema/testing';
import type { handler as Handler } from './handler';
import {
  aBucket,
  etlEnvironment,
  gzippedLines,
  received,
  type TestBucket,
} from '@clickstream/warehouse-load/testing';
import { openWarehouse } from '@clickstream/warehouse-load/warehouse';

let warehouse: TestWarehouse;
let bucket: TestBucket;
let handler: typeof Handler;
const environment = { ...process.env };
const output: string[] = [];

/** The Lambda as it starts: it reads its settings once. */
async function startedHandler(): Promise<typeof Handler> {
  jest.resetModules();
  return (await import('./handler')).handler;
}

beforeEach(async () => {
  [warehouse, bucket] = await Promise.all([aWarehouse(), aBucket()]);
  Object.assign(process.env, etlEnvironment(bucket.name, warehouse.etlUrl));
  handler = await startedHandler();
  output.length = 0;
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => {
    output.push(String(line));
    return true;
  });
  for (const hour of ['08', '09']) {
    await bucket.putEvents(`events/2026/11/02/${hour}/a.json.gz`, [received(aPageView())]);
  }
});

afterEach(async () => {
  jest.restoreAllMocks();
  process.env = { ...environment };
  bucket.close();
  await warehouse.close();
});

const minutesLeft = (minutes: number) => ({ getRemainingTimeInMillis: () => minutes * 60_000 });

describe('the Lambda', () => {
  it('loads what is new, and logs its work and the health of the warehouse', async () => {
    await bucket.put('events/2026/11/02/10/a.json.gz', gzippedLines(['{"broken']), 3);
    const result = { objects: 3, loaded: 2, duplicates: 0, quarantined: 1, more: false, failed: 0, gone: 0 };
    expect(await handler({}, minutesLeft(15))).toEqual(result);
    expect(output.map((line) => JSON.parse(line) as object)).toEqual([
      { level: 'info', message: 'loaded', ...result },
      {
        _aws: {
          Timestamp: expect.any(Number),
          CloudWatchMetrics: [
            {
              Namespace: 'Clickstream',
              Dimensions: [[]],
              Metrics: [
                { Name: 'LedgerGap', Unit: 'Count' },
                { Name: 'Quarantined', Unit: 'Count' },
                { Name: 'EtlLagMinutes', Unit: 'None' },
                { Name: 'NewAlerts', Unit: 'Count' },
                { Name: 'BooksDiffer', Unit: 'Count' },
                { Name: 'WarehouseGiB', Unit: 'Gigabytes' },
              ],
            },
          ],
        },
        // Ingest's metadata says that the object with one line holds three events.
        LedgerGap: 2,
        Quarantined: 1,
        EtlLagMinutes: expect.any(Number),
        NewAlerts: 0,
        BooksDiffer: 0,
        WarehouseGiB: expect.closeTo(0.02, 1),
      },
    ]);
  });

  it('loads the requested hours', async () => {
    expect(await handler({ from: '2026-11-02T09' }, minutesLeft(15))).toMatchObject({ objects: 1 });
  });

  it('says if an event is in the warehouse after the run', async () => {
    const event = aPageView();
    const ask = () => handler({ eventId: event.eventId ?? '' }, minutesLeft(15));
    expect(await ask()).toMatchObject({ loaded: 2, isStored: false });
    await bucket.putEvents('events/2026/11/02/10/b.json.gz', [received(event)]);
    expect(await ask()).toMatchObject({ loaded: 1, isStored: true });
    expect(await handler({}, minutesLeft(15))).not.toHaveProperty('isStored');
  });

  it('does nothing while another run is at work', async () => {
    const other = await openWarehouse(warehouse.etlUrl);
    await other.tryRunLock();
    expect(await handler({}, minutesLeft(15))).toMatchObject({ objects: 0, loaded: 0, more: false });
    expect(output.join()).toContain('another run is at work');
    await other.close();
    expect(await handler({}, minutesLeft(15))).toMatchObject({ loaded: 2 });
  });

  it('starts nothing when less than a minute is left, and reports that there is more', async () => {
    expect(await handler({}, minutesLeft(0.9))).toMatchObject({ objects: 0, more: true });
    expect(await handler({}, minutesLeft(1.1))).toMatchObject({ objects: 2, more: false });
  });

  it('names the variables that its environment lacks', async () => {
    delete process.env['RAW_BUCKET'];
    process.env['ETL_SWEEP_PAGES'] = 'many';
    await expect(startedHandler()).rejects.toThrow(
      'RAW_BUCKET, ETL_SWEEP_PAGES (a whole number from 0, not "many")',
    );
  });
});
