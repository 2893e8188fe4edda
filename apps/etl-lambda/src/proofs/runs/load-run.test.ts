import { gzipSync } from 'node:zlib';
import { newEventId } from '@clickstream/event-schema';
import { aProductView } from '@clickstream/event-schema/testing';
import { keyRangeOf } from '@clickstream/warehouse-load/reading';
import { aLoadForEachTest, events, HOUR, received, TIME } from '@clickstream/warehouse-load/testing';

const load = aLoadForEachTest();

describe('an object without line feeds, as Firehose writes it', () => {
  it('loads each of its events once, also in gzip, over several chunks and by another run', async () => {
    const all = events(40).map((event) => JSON.stringify({ ...event, eventId: undefined }));
    await load.bucket.put(`${HOUR}a.json`, all.join(''));
    await load.bucket.put(`${HOUR}b.json.gz`, gzipSync(`${all.slice(0, 10).join('')}\n${all[10]}{"broken`));
    expect(await load.run({ chunkRows: 7 })).toMatchObject({ loaded: 51, quarantined: 1 });
    expect(await load.run()).toMatchObject({ objects: 0 });
    expect(
      await load.count('(SELECT DISTINCT source_object_id, source_line FROM clickstream_events) AS places'),
    ).toBe(51);
    expect(await load.manifest('lines, loaded, quarantined')).toEqual([
      { lines: 40, loaded: 40, quarantined: 0 },
      { lines: 12, loaded: 11, quarantined: 1 },
    ]);
  });
});

describe('a run', () => {
  it('loads an object, and nothing the second time', async () => {
    await load.bucket.putEvents(`${HOUR}a.json.gz`, events(3));
    expect(await load.run()).toEqual({
      objects: 1,
      loaded: 3,
      duplicates: 0,
      quarantined: 0,
      more: false,
      failed: 0,
      gone: 0,
    });
    expect(await load.run()).toMatchObject({ objects: 0, loaded: 0, duplicates: 0 });
    expect(await load.manifest('lines, loaded, duplicates, quarantined, resume_line')).toEqual([
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
    await load.bucket.putEvents(`${HOUR}a.json.gz`, [received(event)]);
    await load.run();
    const [row] = await load.warehouse.query('shiny', 'SELECT * FROM clickstream_events');
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

  it('loads 2,100 objects of one hour, three pages of a listing, of both kinds, and each of them once', async () => {
    const objects = Array.from({ length: 2_100 }, (_, index) => index);
    const put = async (index: number): Promise<void> => {
      if (index % 2 === 0) return load.bucket.putEvents(`${HOUR}${newEventId()}.json.gz`, events(1));
      const foreign = {
        event_name: 'product_view',
        product: { product_name: `n${index}`, id: index, price: '5' },
      };
      return load.bucket.put(`${HOUR}event-${crypto.randomUUID()}.json`, JSON.stringify(foreign));
    };
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let index = objects.pop(); index !== undefined; index = objects.pop()) await put(index);
      }),
    );
    expect(await load.run()).toMatchObject({ objects: 2_100, loaded: 2_100, duplicates: 0, quarantined: 0 });
    expect(await load.run()).toMatchObject({ objects: 0, loaded: 0 });
    expect(await load.count('clickstream_events')).toBe(2_100);
    expect(await load.count('etl_objects WHERE lines = 1 AND loaded = 1')).toBe(2_100);
  }, 120_000);

  it('finds an object that arrives late, in any hour of the past', async () => {
    await load.bucket.putEvents(`${HOUR}b.json.gz`, events(1));
    await load.bucket.putEvents('events/2026/11/03/00/c.json.gz', events(1));
    await load.run();
    await load.bucket.putEvents(`${HOUR}a.json.gz`, events(1));
    await load.bucket.put('events/2024/02/29/event-1.json', JSON.stringify({ event_name: 'page_view' }));
    expect(await load.run()).toMatchObject({ objects: 2, loaded: 2 });
  });

  it('counts an event once, in however many objects, hours and chunks it occurs', async () => {
    const shared = events(10);
    await load.bucket.putEvents(`${HOUR}a.json.gz`, [...shared, ...shared.slice(0, 3)]);
    await load.bucket.putEvents(`${HOUR}b.json.gz`, [...shared, ...events(2)]);
    await load.bucket.putEvents('events/2026/11/02/10/c.json.gz', shared);
    expect(await load.run({ chunkRows: 5 })).toMatchObject({ objects: 3, loaded: 12, duplicates: 23 });
    await load.bucket.putEvents('events/2026/11/05/10/d.json.gz', [...shared, ...events(1)]);
    expect(await load.run()).toMatchObject({ loaded: 1, duplicates: 10 });
    expect(await load.manifest('loaded, duplicates')).toEqual([
      { loaded: 10, duplicates: 3 },
      { loaded: 2, duplicates: 10 },
      { loaded: 0, duplicates: 10 },
      { loaded: 1, duplicates: 10 },
    ]);
    const [facts] = await load.warehouse.query(
      'shiny',
      'SELECT sum(events)::integer AS events FROM activity_hourly',
    );
    expect(facts).toEqual({ events: 13 });
  });

  it('loads only the requested hours', async () => {
    await load.bucket.putEvents('events/2026/11/01/23/a.json.gz', events(1));
    await load.bucket.putEvents(`${HOUR}b.json.gz`, events(1));
    await load.bucket.putEvents('events/2026/11/03/00/c.json.gz', events(1));
    expect(await load.run({ range: keyRangeOf({ from: '2026-11-02', to: '2026-11-02' }) })).toMatchObject({
      objects: 1,
    });
    expect(await load.manifest('object_key')).toEqual([{ object_key: `${HOUR}b.json.gz` }]);
  });

  it('loads an object again when its content changes, and keeps what was loaded', async () => {
    const first = events(2);
    await load.bucket.putEvents(`${HOUR}a.json.gz`, first);
    await load.run();
    await load.bucket.putEvents(`${HOUR}a.json.gz`, [...first, ...events(3)]);
    expect(await load.run()).toMatchObject({ objects: 1, loaded: 3, duplicates: 2 });
    expect(await load.run()).toMatchObject({ objects: 0 });
    expect(await load.manifest('lines, loaded, duplicates')).toEqual([
      { lines: 7, loaded: 5, duplicates: 2 },
    ]);
  });
});
