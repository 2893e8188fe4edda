import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { newEventId, type ClickstreamEvent } from '@clickstream/event-schema';
import { aPageView, aProductView } from '@clickstream/event-schema/testing';
import { keyRangeOf } from './key-range';
import { ObjectGoneError, ObjectUnreadableError, type RawSource } from './raw/raw-source';
import { aBucket, gzippedLines, type TestBucket } from './testing/a-bucket';
import { received } from './testing/raw-events';
import { runOnce } from './testing/run-once';

jest.setTimeout(60_000);

const HOUR = 'events/2026/11/02/09/';
const TIME = '2026-11-02T09:15:30.250Z';

let warehouse: TestWarehouse;
let bucket: TestBucket;

beforeEach(async () => {
  [warehouse, bucket] = await Promise.all([aWarehouse(), aBucket()]);
});

afterEach(async () => {
  bucket.close();
  await warehouse.close();
});

const run = (over: Parameters<typeof runOnce>[2] = {}, source: RawSource = bucket.source) =>
  runOnce(warehouse.etlUrl, source, over);

const events = (count: number, over: Partial<ClickstreamEvent> = {}): object[] =>
  Array.from({ length: count }, () =>
    received(
      {
        ...aPageView({ eventTimestamp: TIME, eventId: newEventId(Date.parse(TIME)) }),
        ...over,
      } as ClickstreamEvent,
      { receivedAt: TIME },
    ),
  );

async function count(sql: string): Promise<number> {
  const [row] = await warehouse.query('shiny', `SELECT count(*)::integer AS count FROM ${sql}`);
  return Number(row?.['count']);
}

const manifest = (columns: string) =>
  warehouse.query('shiny', `SELECT ${columns} FROM etl_objects ORDER BY object_key`);

const quarantine = () =>
  warehouse.query(
    'shiny',
    'SELECT object_key, line, reason, raw FROM etl_quarantine ORDER BY object_key, line',
  );

describe('a run', () => {
  it('loads an object, and nothing the second time', async () => {
    await bucket.putEvents(`${HOUR}a.json.gz`, events(3));
    expect(await run()).toEqual({
      objects: 1,
      loaded: 3,
      duplicates: 0,
      quarantined: 0,
      more: false,
      failed: 0,
      gone: 0,
    });
    expect(await run()).toMatchObject({ objects: 0, loaded: 0, duplicates: 0 });
    expect(await manifest('lines, loaded, duplicates, quarantined, resume_line')).toEqual([
      { lines: 3, loaded: 3, duplicates: 0, quarantined: 0, resume_line: null },
    ]);
  });

  it('puts every value into its column', async () => {
    const event = aProductView({
      eventId: '019a4341-7f6a-7abc-8def-0123456789ab',
      eventTimestamp: TIME,
      userId: 'sub-1',
      userLoginState: 'logged_in',
      identitySource: 'cognito_email',
      pageTitle: 'Tab\there, line\nthere, back\\slash, NUL \u0000 and 🎉',
    });
    await bucket.putEvents(`${HOUR}a.json.gz`, [received(event)]);
    await run();
    const [row] = await warehouse.query('shiny', 'SELECT * FROM clickstream_events');
    expect(row).toMatchObject({
      event_id: '019a4341-7f6a-7abc-8def-0123456789ab',
      event_timestamp: new Date(TIME),
      event_name: 'product_view',
      user_id: 'sub-1',
      user_login_state: 'logged_in',
      identity_source: 'cognito_email',
      client_id: 'client-1',
      session_id: 'session-1',
      is_first_visit: false,
      context_product_id: 'LAP-001',
      context_product_name: 'Aero 14 laptop',
      context_product_category: 'laptops',
      context_product_brand: 'Norden',
      context_product_price: '25990000',
      context_product_discount_price: '23490000',
      context_product_url_path: '/product/aero-14',
      page_title: 'Tab\there, line\nthere, back\\slash, NUL \uFFFD and 🎉',
      channel: 'internal',
      device: 'desktop',
      source_line: 1,
    });
  });

  it('loads 5,000 objects of one hour, of both kinds, and each of them once', async () => {
    const objects = Array.from({ length: 5_000 }, (_, index) => index);
    const put = async (index: number): Promise<void> => {
      if (index % 2 === 0) return bucket.putEvents(`${HOUR}${newEventId()}.json.gz`, events(1));
      const foreign = {
        event_name: 'product_view',
        product: { product_name: `n${index}`, id: index, price: '5' },
      };
      return bucket.put(`${HOUR}event-${crypto.randomUUID()}.json`, JSON.stringify(foreign));
    };
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let index = objects.pop(); index !== undefined; index = objects.pop()) await put(index);
      }),
    );
    expect(await run()).toMatchObject({ objects: 5_000, loaded: 5_000, duplicates: 0, quarantined: 0 });
    expect(await run()).toMatchObject({ objects: 0, loaded: 0 });
    expect(await count('clickstream_events')).toBe(5_000);
    expect(await count('etl_objects WHERE lines = 1 AND loaded = 1')).toBe(5_000);
  }, 120_000);

  it('finds an object that arrives late, in any hour that is long done', async () => {
    await bucket.putEvents(`${HOUR}b.json.gz`, events(1));
    await bucket.putEvents('events/2026/11/03/00/c.json.gz', events(1));
    await run();
    await bucket.putEvents(`${HOUR}a.json.gz`, events(1));
    await bucket.put('events/2024/02/29/event-1.json', JSON.stringify({ event_name: 'page_view' }));
    expect(await run()).toMatchObject({ objects: 2, loaded: 2 });
  });

  it('counts an event once, in however many objects, hours and chunks it comes', async () => {
    const shared = events(10);
    await bucket.putEvents(`${HOUR}a.json.gz`, [...shared, ...shared.slice(0, 3)]);
    await bucket.putEvents(`${HOUR}b.json.gz`, [...shared, ...events(2)]);
    await bucket.putEvents('events/2026/11/02/10/c.json.gz', shared);
    expect(await run({ chunkRows: 5 })).toMatchObject({ objects: 3, loaded: 12, duplicates: 23 });
    await bucket.putEvents('events/2026/11/05/10/d.json.gz', [...shared, ...events(1)]);
    expect(await run()).toMatchObject({ loaded: 1, duplicates: 10 });
    expect(await manifest('loaded, duplicates')).toEqual([
      { loaded: 10, duplicates: 3 },
      { loaded: 2, duplicates: 10 },
      { loaded: 0, duplicates: 10 },
      { loaded: 1, duplicates: 10 },
    ]);
    const [facts] = await warehouse.query(
      'shiny',
      'SELECT sum(events)::integer AS events FROM activity_hourly',
    );
    expect(facts).toEqual({ events: 13 });
  });

  it('loads only the hours that are asked for', async () => {
    await bucket.putEvents('events/2026/11/01/23/a.json.gz', events(1));
    await bucket.putEvents(`${HOUR}b.json.gz`, events(1));
    await bucket.putEvents('events/2026/11/03/00/c.json.gz', events(1));
    expect(await run({ range: keyRangeOf({ from: '2026-11-02', to: '2026-11-02' }) })).toMatchObject({
      objects: 1,
    });
    expect(await manifest('object_key')).toEqual([{ object_key: `${HOUR}b.json.gz` }]);
  });

  it('loads what a key holds anew when its content changes, and keeps what was loaded', async () => {
    const first = events(2);
    await bucket.putEvents(`${HOUR}a.json.gz`, first);
    await run();
    await bucket.putEvents(`${HOUR}a.json.gz`, [...first, ...events(3)]);
    expect(await run()).toMatchObject({ objects: 1, loaded: 3, duplicates: 2 });
    expect(await run()).toMatchObject({ objects: 0 });
    expect(await manifest('lines, loaded, duplicates')).toEqual([{ lines: 7, loaded: 5, duplicates: 2 }]);
  });
});

describe('a line that cannot be loaded', () => {
  it('is set aside with object, line, reason and text, while its neighbours load', async () => {
    const [good, other] = events(2);
    const [badName] = events(1, { eventName: 'Bad Name' });
    const [future] = events(1, { eventTimestamp: '2027-01-01T00:00:00.000Z' });
    await bucket.putEvents(`${HOUR}a.json.gz`, [good, '{"broken', badName, future, '[1]', other]);
    expect(await run()).toMatchObject({ loaded: 2, quarantined: 4 });
    expect((await quarantine()).map(({ object_key, line, reason }) => [object_key, line, reason])).toEqual([
      [`${HOUR}a.json.gz`, 2, 'not_json'],
      [`${HOUR}a.json.gz`, 3, 'bad_event_name'],
      [`${HOUR}a.json.gz`, 4, 'impossible_time'],
      [`${HOUR}a.json.gz`, 5, 'not_an_event'],
    ]);
    expect((await quarantine()).map(({ raw }) => raw)).toEqual([
      '{"broken',
      JSON.stringify(badName),
      JSON.stringify(future),
      '[1]',
    ]);
    expect(await manifest('lines, loaded, quarantined')).toEqual([{ lines: 6, loaded: 2, quarantined: 4 }]);
  });

  it('of a truncated gzip is the one where it breaks; the lines before it load', async () => {
    const whole = gzippedLines(events(200));
    await bucket.put(`${HOUR}a.json.gz`, whole.subarray(0, whole.length / 2));
    await bucket.putEvents(`${HOUR}b.json.gz`, events(1));
    const { loaded, quarantined } = await run();
    expect(loaded).toBeGreaterThan(50);
    expect(loaded).toBeLessThan(201);
    expect(quarantined).toBe(1);
    expect(await quarantine()).toMatchObject([
      { object_key: `${HOUR}a.json.gz`, line: loaded, reason: 'truncated_gzip' },
    ]);
    expect(await run()).toMatchObject({ objects: 0 });
  });

  it('is one that the warehouse refuses, for whatever reason; its text is the row then', async () => {
    await warehouse.query('admin', `ALTER TABLE clickstream_events ADD CHECK (page_title <> 'refused')`);
    const [good, other, known] = events(3);
    await bucket.putEvents(`${HOUR}0.json.gz`, [known]);
    await run();
    const [first] = events(1, { pageTitle: 'refused' });
    const [second] = events(1, { pageTitle: 'refused' });
    await bucket.putEvents(`${HOUR}a.json.gz`, [good, first, known, second]);
    await bucket.putEvents(`${HOUR}b.json.gz`, [other]);
    expect(await run()).toMatchObject({ loaded: 2, duplicates: 1, quarantined: 2 });
    expect(await quarantine()).toMatchObject([
      {
        object_key: `${HOUR}a.json.gz`,
        line: 2,
        reason: 'refused_by_warehouse',
        raw: expect.stringContaining('\tpage_title=refused\t') as string,
      },
      { object_key: `${HOUR}a.json.gz`, line: 4, reason: 'refused_by_warehouse' },
    ]);
    expect((await manifest('lines, loaded, duplicates, quarantined')).slice(1)).toEqual([
      { lines: 4, loaded: 1, duplicates: 1, quarantined: 2 },
      { lines: 1, loaded: 1, duplicates: 0, quarantined: 0 },
    ]);
    expect(await count('sessions WHERE events = 3')).toBe(1);
  });

  it('may hold any bytes', async () => {
    await bucket.put(`${HOUR}a.json`, Buffer.from([0, 1, 2, 0xff, 0xfe, 0x0a, 0x7b]));
    expect(await run()).toMatchObject({ loaded: 0, quarantined: 2 });
  });
});

describe('an object that cannot be read', () => {
  /** The bucket, with one key that fails as the test says. */
  const failing = (key: string, error: Error): RawSource => ({
    ...bucket.source,
    fetch: (asked) => (asked.key === key ? Promise.reject(error) : bucket.source.fetch(asked)),
  });

  beforeEach(async () => {
    for (const name of ['a', 'b', 'c']) await bucket.putEvents(`${HOUR}${name}.json.gz`, events(1));
  });

  it('is left for the next run, and said', async () => {
    const onSkipped = jest.fn();
    const source = failing(`${HOUR}b.json.gz`, new ObjectUnreadableError('slow down'));
    expect(await run({ onSkipped }, source)).toMatchObject({ objects: 2, failed: 1, more: false });
    expect(onSkipped).toHaveBeenCalledWith(`${HOUR}b.json.gz`, 'slow down');
    expect(await run()).toMatchObject({ objects: 1, loaded: 1, failed: 0 });
  });

  it('is not passed over by the sweep of a large bucket', async () => {
    const source = failing(`${HOUR}a.json.gz`, new ObjectUnreadableError('slow down'));
    await run({ sweepPages: 1 }, source);
    expect(await run({ sweepPages: 1 })).toMatchObject({ loaded: 1 });
  });

  it('may be gone since it was listed', async () => {
    const source = failing(`${HOUR}b.json.gz`, new ObjectGoneError('gone'));
    expect(await run({}, source)).toMatchObject({ objects: 2, gone: 1, failed: 0 });
  });

  it('may be one of many that are gone: that is no trouble of the bucket', async () => {
    for (let i = 0; i < 60; i++) await bucket.putEvents(`${HOUR}more-${i}.json.gz`, events(1));
    const source: RawSource = {
      ...bucket.source,
      fetch: (asked) =>
        asked.key.includes('more-')
          ? Promise.reject(new ObjectGoneError('gone'))
          : bucket.source.fetch(asked),
    };
    expect(await run({}, source)).toMatchObject({ objects: 3, gone: 60, failed: 0, more: false });
  });

  it('stops the run when it is every object', async () => {
    for (let i = 0; i < 60; i++) await bucket.putEvents(`${HOUR}more-${i}.json.gz`, events(1));
    const source: RawSource = {
      ...bucket.source,
      fetch: () => Promise.reject(new ObjectUnreadableError('access denied')),
    };
    await expect(run({}, source)).rejects.toThrow('The bucket cannot be read: access denied');
  });
});

describe('a run whose time is up', () => {
  it('stops before the next object, says that there is more, and the next run goes on', async () => {
    for (let i = 0; i < 9; i++) await bucket.putEvents(`${HOUR}${i}.json.gz`, events(4));
    let asked = 0;
    expect(await run({ chunkRows: 8, isTimeUp: () => ++asked > 5 })).toMatchObject({
      objects: 5,
      loaded: 20,
      more: true,
    });
    expect(await run()).toMatchObject({ objects: 4, loaded: 16, more: false });
    expect(await count('clickstream_events')).toBe(36);
  });

  it('stops within a large object, and the next run goes on in the middle of it', async () => {
    const lines = events(6_000).map((event, index) => (index === 4_000 ? '{"broken' : JSON.stringify(event)));
    await bucket.put(`${HOUR}large.json`, lines.join('\n'));
    let asked = 0;
    const first = await run({ chunkRows: 500, isTimeUp: () => ++asked > 20 });
    expect(first).toMatchObject({ objects: 0, more: true });
    expect(first.loaded).toBeGreaterThan(500);
    expect(first.loaded).toBeLessThan(5_000);
    expect(await manifest('lines, resume_line')).toEqual([
      { lines: first.loaded, resume_line: first.loaded },
    ]);
    expect(await run({ chunkRows: 500 })).toMatchObject({
      objects: 1,
      loaded: 5_999 - first.loaded,
      quarantined: 1,
      more: false,
    });
    expect(await manifest('lines, loaded, quarantined, resume_line')).toEqual([
      { lines: 6_000, loaded: 5_999, quarantined: 1, resume_line: null },
    ]);
    expect(await quarantine()).toMatchObject([{ line: 4_001 }]);
  });
});

describe('the record of runs', () => {
  it('tells what each has loaded, and until when the data reaches', async () => {
    await bucket.putEvents(`${HOUR}a.json.gz`, events(2));
    await run();
    await run();
    expect(
      await warehouse.query('shiny', 'SELECT objects, loaded, data_until FROM etl_runs ORDER BY run_id'),
    ).toEqual([
      { objects: 1, loaded: 2, data_until: new Date(TIME) },
      { objects: 0, loaded: 0, data_until: new Date(TIME) },
    ]);
    const [freshness] = await warehouse.query('shiny', 'SELECT * FROM dash.freshness');
    expect(freshness).toMatchObject({ data_until: new Date(TIME), events: '2', quarantined: '0' });
    expect(freshness?.['last_load_at']).toBeInstanceOf(Date);
  });
});
