import { CLICKSTREAM_EVENTS } from '@clickstream/dw-models/tables';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { newEventId } from '@clickstream/event-schema';
import { aPageView, aProductView } from '@clickstream/event-schema/testing';
import { aBucket, received, runOnce, type TestBucket } from '@clickstream/warehouse-load/testing';
import { connectTo } from '@clickstream/warehouse-load/warehouse';
import type pg from 'pg';
import type { LakeBucket } from './bucket/lake-bucket';
import { compact, type Compaction } from './compact';
import { ALL_ROWS, FACTS, factsKey, NO_ROWS } from './relations/fact-tables';
import { aLake, asTexts, type TestLake } from './testing';

const DAYS = ['2026-11-02', '2026-11-03', '2026-11-04'];
const ODD_TEXTS = [
  '',
  'NULL',
  '"',
  'a,b',
  'two\nlines',
  'two\r\nlines',
  "it's; --",
  '\\N',
  'Đồng hồ 💥',
  ' ',
];

let warehouse: TestWarehouse;
let bucket: TestBucket;
let lake: TestLake;
let client: pg.Client;

beforeAll(async () => {
  [warehouse, bucket] = await Promise.all([aWarehouse(), aBucket()]);
  lake = aLake(bucket.name);
  client = await connectTo(warehouse.shinyUrl);
  for (const day of DAYS) await putDay(day);
  await runOnce(warehouse.etlUrl, bucket.source);
});

afterAll(async () => {
  bucket.close();
  lake.close();
  await client.end();
  await warehouse.close();
});

/** An hour of a day: odd texts in all fields, one event twice, and a line that cannot be read. */
async function putDay(day: string, hour = '09'): Promise<void> {
  const at = `${day}T${hour}:15:30.123Z`;
  const base = { eventTimestamp: at };
  const odd = ODD_TEXTS.map((text, index) =>
    received(
      aProductView({
        ...base,
        eventId: newEventId(Date.parse(at)),
        userId: text,
        pageTitle: text,
        product: { id: `P${index}`, name: text, price: 9_007_199_254_740_991, discountPrice: index },
        custom: { text, list: [text, null, 1.5] },
      } as never),
    ),
  );
  const twice = received(aPageView({ ...base, eventId: newEventId(Date.parse(at)) }));
  await bucket.putEvents(`events/${day.replaceAll('-', '/')}/${hour}/a.json.gz`, [...odd, twice, twice, '{']);
}

const run = (over: Partial<Compaction> = {}) =>
  compact({ client, bucket: lake.bucket, now: new Date('2026-11-30T00:00:00Z'), ...over });

describe('a compaction', () => {
  it('writes each closed day once, and nothing when it runs again', async () => {
    expect(await run({ range: { to: '2026-11-02' } })).toMatchObject({ written: ['2026-11-02'], rows: 11 });
    expect(await run()).toMatchObject({ written: DAYS.slice(1), removed: [], unchanged: 1, rows: 22 });
    expect(await run()).toEqual({
      written: [],
      removed: [],
      unchanged: 3,
      rows: 0,
      bytes: 0,
      factFiles: 0,
      left: 0,
    });
    const { facts } = await lake.bucket.readManifest();
    expect(Object.keys(facts?.parts['public.products_hourly'] ?? {})).toEqual([NO_ROWS, ...DAYS]);
    expect(Object.keys(facts?.parts['public.products'] ?? {})).toEqual([NO_ROWS, ALL_ROWS]);
    const parts = FACTS.flatMap(({ relation }) =>
      Object.keys(facts?.parts[relation] ?? {}).map((part) => factsKey(relation, part)),
    );
    expect(await lake.keys()).toEqual([
      ...DAYS.map((day) => `lake/events/day=${day}/events.parquet`),
      ...parts.sort(),
      'lake/manifest.json',
      'lake/views.sql',
    ]);
  });

  it('keeps every value of every event of the warehouse, in files of one day each', async () => {
    await run();
    const { columns } = CLICKSTREAM_EVENTS;
    const expected = await warehouse.query(
      'shiny',
      `SELECT ${asTexts(columns, 'postgres')}, to_char(hour, 'YYYY-MM-DD') AS day
       FROM clickstream_events JOIN etl_objects ON object_id = source_object_id ORDER BY event_id`,
    );
    const found = await lake.query(
      `SELECT ${asTexts(columns, 'duckdb')}, CAST(day AS text) AS day
       FROM read_parquet('{lake}events/*/*.parquet', hive_partitioning = true) ORDER BY event_id`,
    );
    expect(expected).toHaveLength(33);
    expect(new Set(expected.map((row) => row['page_title']))).toContain('two\nlines');
    expect(found).toEqual(expected);
  });

  it('describes each file in the manifest', async () => {
    await run();
    const { days } = await lake.bucket.readManifest();
    expect(Object.keys(days)).toEqual(DAYS);
    expect(days['2026-11-02']).toEqual({
      rows: 11,
      bytes: expect.any(Number),
      edition: expect.stringMatching(/^[0-9a-f]{32}$/),
      etag: (await lake.bucket.etags()).get('2026-11-02'),
      writtenAt: '2026-11-30T00:00:00.000Z',
      oldest: '2026-11-02',
    });
  });
});

describe('a compaction that is stopped', () => {
  /** A bucket whose method fails as if the run had been killed there. */
  const stoppedAt = (method: keyof LakeBucket): LakeBucket => ({
    ...lake.bucket,
    [method]: () => Promise.reject(new Error('killed')),
  });

  it.each(['putDay', 'writeManifest'] as const)(
    'at %s leaves whole files, and the next one goes on',
    async (at) => {
      await run();
      await putDay('2026-11-03', at === 'putDay' ? '10' : '11');
      await runOnce(warehouse.etlUrl, bucket.source);
      await expect(run({ bucket: stoppedAt(at) })).rejects.toThrow('killed');
      const before = at === 'putDay' ? 11 : 33;
      const count = `SELECT count(*)::INTEGER AS events FROM '{lake}events/day=2026-11-03/*.parquet'`;
      expect(await lake.query(count)).toEqual([{ events: before }]);
      expect(await run()).toMatchObject({ written: ['2026-11-03'], unchanged: 2 });
      expect(await run()).toMatchObject({ written: [], unchanged: 3 });
    },
  );
});

it('writes a file again that was lost or replaced', async () => {
  await run();
  await bucket.delete('lake/events/day=2026-11-02/events.parquet');
  await bucket.put('lake/events/day=2026-11-04/events.parquet', 'something else');
  expect(await run()).toMatchObject({ written: ['2026-11-02', '2026-11-04'], unchanged: 1 });
});

it('leaves the day out in which the last complete load began', async () => {
  await run();
  await putDay('2026-11-05');
  await runOnce(warehouse.etlUrl, bucket.source);
  await warehouse.query('admin', `UPDATE etl_runs SET complete_until = '2026-11-05T23:59:59Z'`);
  expect(await run()).toMatchObject({ written: [] });
  await warehouse.query('admin', `UPDATE etl_runs SET complete_until = '2026-11-06T00:00:00Z'`);
  expect(await run()).toMatchObject({ written: ['2026-11-05'] });
});

it('writes nothing of a day whose rows are not those that the load has counted', async () => {
  await warehouse.query('admin', `UPDATE etl_objects SET loaded = loaded + 1, lines = lines + 1`);
  await expect(run({ range: { from: '2026-11-02', to: '2026-11-02' } })).rejects.toThrow(
    'clickstream_events has 11 events of 2026-11-02, and the manifest of the load says 12. Run npm run status',
  );
  await warehouse.query('admin', `UPDATE etl_objects SET loaded = loaded - 1, lines = lines - 1`);
});
