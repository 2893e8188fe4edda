import type pg from 'pg';
import { textsOf } from '../testing/bucket-text';
import { anErasureWorld, idsOf, rawEvent, VICTIM, type ErasureWorld } from '../testing/erasure-world';
import { everythingIn, ledgerDifferences, rowsOf } from '@clickstream/warehouse-load/testing';
import type { RawBucket } from './bucket/raw-bucket';

describe('an erasure', () => {
  let world: ErasureWorld;
  beforeEach(async () => {
    world = await anErasureWorld();
  });
  afterEach(() => world.close());

  it('takes what the user did before signing in, and nothing that another did on the same browser', async () => {
    const on = (hour: number, user: string | null, client = 'browser-1') =>
      rawEvent({ hour, user, client, name: 'page_view' });
    const events = [
      on(1, null),
      on(2, VICTIM),
      on(3, null),
      on(4, VICTIM),
      on(5, null),
      on(6, 'user-of-another'),
      on(7, null),
      on(8, null, 'browser-2'),
    ];
    await world.bucket.putEvents('events/2026/11/03/00/a.json.gz', events);
    await world.load();

    const receipt = await world.erase();

    const left = (await idsOf(world.warehouse)).map(({ id }) => id);
    // The one at 5 o'clock is of the session in which the user was signed in at 4.
    expect(left).toEqual([5, 6, 7].map((index) => events[index]?.['eventId']));
    expect(receipt).toMatchObject({
      bucket: { objectsRewritten: 1, linesErased: 5 },
      warehouse: { events: 5, quarantined: 0, identityAudit: 1 },
    });
  });

  it('judges by the same rule what is not loaded yet, and what ingest rejected', async () => {
    const on = (hour: number, user: string | null, over = {}) =>
      rawEvent({ hour, user, client: 'browser-1', name: 'page_view' }, over);
    await world.bucket.putEvents('events/2026/11/03/00/a.gz', [
      on(2, VICTIM),
      on(4, VICTIM),
      on(6, 'user-of-another'),
    ]);
    await world.load();
    const late = [on(3, null), on(5, null, { sessionId: 'later' }), on(1, null, { pageUrl: '/before' })];
    await world.bucket.put(
      'events/2026/11/03/01/late.json',
      late.map((one) => JSON.stringify(one)).join('\n'),
    );
    await world.bucket.put(
      'rejected/2026/11/03/01/r.json',
      late.map((event) => JSON.stringify({ reason: 'no', index: 0, event })).join('\n'),
    );

    await world.erase();

    const texts = await textsOf(world.raw);
    for (const key of ['events/2026/11/03/01/late.json', 'rejected/2026/11/03/01/r.json']) {
      const lines = texts[key]?.split('\n') ?? [];
      expect(lines.map((line) => line.startsWith('{"_erased"'))).toEqual([true, false, true]);
    }
  });

  it('takes nothing that only holds the same number, when the id is one', async () => {
    const on = (hour: number, user: string | null, over = {}) =>
      rawEvent({ hour, user, client: `browser-${hour}`, name: 'page_view' }, over);
    const events = [
      on(1, '42'),
      on(2, null, { sequence: 42, product: { id: 'P1', price: 42 } }),
      on(3, null, { pageUrl: '/orders?user_id=42' }),
      '{"customer_id":42,"broken',
      '{"price":42,"broken',
    ];
    await world.bucket.putEvents('events/2026/11/03/00/a.json.gz', events);
    await world.load();

    await world.erase({ subject: { kind: 'user', id: '42' } });

    expect((await idsOf(world.warehouse)).map(({ id }) => id)).toEqual([
      (events[1] as { eventId: string }).eventId,
    ]);
    expect(await world.warehouse.query('shiny', 'SELECT raw FROM etl_quarantine')).toEqual([
      { raw: events[4] },
    ]);
    expect(await ledgerDifferences(world.warehouse)).toEqual([]);
  });

  it('stops at an id that is only written otherwise, instead of saying that it is done', async () => {
    const own = rawEvent({ hour: 1, user: VICTIM, client: 'b', name: 'page_view' });
    await world.bucket.putEvents('events/2026/11/03/00/a.json.gz', [own]);
    await world.load();
    await expect(world.erase({ subject: { kind: 'user', id: VICTIM.toUpperCase() } })).rejects.toThrow(
      `no event names this id, but some name "${VICTIM}"`,
    );
    expect(await idsOf(world.warehouse)).toHaveLength(1);
  });

  it('takes the user off the list of staff', async () => {
    await world.warehouse.query('admin', 'INSERT INTO staff_users VALUES ($1), ($2)', [VICTIM, 'another']);
    await world.erase();
    expect(await world.warehouse.query('shiny', 'SELECT user_id FROM staff_users')).toEqual([
      { user_id: 'another' },
    ]);
  });

  it('leaves every other line as it is, byte for byte, and its number', async () => {
    const keep = '{"eventName":"page_view","price":12345678901234567890.50,  "x":1}';
    const gone = JSON.stringify(rawEvent({ hour: 1, user: VICTIM, client: 'b', name: 'page_view' }));
    await world.bucket.put('events/2026/11/03/00/a.json', [keep, '', gone, keep, gone].join('\r\n'));
    await world.load();
    const rows = await rowsOf(world.warehouse, 'clickstream_events');

    await world.erase();

    const erased = '{"_erased":"2026-11-23T10:00:00.000Z"}';
    expect((await textsOf(world.raw))['events/2026/11/03/00/a.json']).toBe(
      [`${keep}\r`, '\r', erased, `${keep}\r`, erased].join('\n'),
    );
    const left = await rowsOf(world.warehouse, 'clickstream_events');
    expect(left).toHaveLength(2);
    expect(rows).toEqual(expect.arrayContaining(left));
    expect(await world.load()).toMatchObject({ objects: 0, loaded: 0 });
  });

  it('reads only the objects that can hold something, or all when told to', async () => {
    const event = (user: string) => rawEvent({ hour: 1, user, client: user, name: 'page_view' });
    for (let n = 0; n < 5; n++)
      await world.bucket.putEvents(`events/2026/11/03/00/${n}.gz`, [event('user-of-another')]);
    await world.bucket.putEvents('events/2026/11/03/00/9.gz', [event(VICTIM)]);
    await world.load();
    await world.bucket.putEvents('events/2026/11/03/01/not-loaded.gz', [event(VICTIM)]);

    const { bucket, warehouse } = await world.erase();
    expect({ bucket, warehouse }).toMatchObject({
      bucket: { objectsListed: 7, objectsRead: 2, objectsRewritten: 2, linesErased: 2 },
      warehouse: { events: 1 },
    });
    expect(await world.erase({ everywhere: true })).toMatchObject({
      bucket: { objectsRead: 7, objectsRewritten: 0, linesErased: 0 },
      warehouse: { events: 0 },
    });
  });

  it('that does not get to its end is completed by the next, and until then the warehouse is as it was', async () => {
    const event = (user: string, over = {}) =>
      rawEvent({ hour: 1, user, client: user, name: 'page_view' }, over);
    const twice = event(VICTIM);
    const old = event(VICTIM, { eventTimestamp: '1990-01-01T00:00:00Z' });
    for (let n = 0; n < 4; n++) {
      await world.bucket.putEvents(`events/2026/11/03/0${n}/a.gz`, [
        event('user-of-another'),
        event(VICTIM),
        twice,
        old,
      ]);
    }
    await world.load();
    for (const writes of [0, 1, 1]) {
      let left = writes;
      const dying: RawBucket = {
        ...world.raw,
        replace: (...given) =>
          left-- > 0 ? world.raw.replace(...given) : Promise.reject(new Error('killed')),
      };
      const { failed, warehouse } = await world.erase({ bucket: dying });
      expect(failed.length).toBeGreaterThan(0);
      expect(warehouse.events).toBe(0);
      expect(await ledgerDifferences(world.warehouse)).toEqual([]);
    }

    expect(await world.erase()).toMatchObject({
      bucket: { linesErased: 6 },
      warehouse: { events: 5, duplicates: 3, quarantined: 4 },
    });
    expect(await ledgerDifferences(world.warehouse)).toEqual([]);
    expect(await everythingIn(world.warehouse)).not.toContain(VICTIM);
    expect(Object.values(await textsOf(world.raw)).join()).not.toContain(VICTIM);
    expect(await world.load()).toMatchObject({ objects: 0, loaded: 0 });
  });

  it('may be killed between an object and the manifest, and between the bucket and the warehouse', async () => {
    const event = (user: string) => rawEvent({ hour: 1, user, client: user, name: 'page_view' });
    await world.bucket.putEvents('events/2026/11/03/00/a.gz', [event('user-of-another'), event(VICTIM)]);
    await world.load();
    const diesAt = (statement: string) =>
      ({
        query: (...given: Parameters<pg.Client['query']>) =>
          String(given[0]).startsWith(statement)
            ? Promise.reject(new Error('killed'))
            : world.admin.query(...given),
      }) as unknown as pg.Client;
    await expect(world.erase({ client: diesAt('UPDATE') })).resolves.toMatchObject({
      failed: ['events/2026/11/03/00/a.gz: killed'],
    });
    await expect(world.erase({ client: diesAt('BEGIN') })).rejects.toThrow('killed');

    expect(await world.erase()).toMatchObject({ bucket: { linesErased: 0 }, warehouse: { events: 1 } });
    expect(await ledgerDifferences(world.warehouse)).toEqual([]);
    expect(await world.load()).toMatchObject({ loaded: 0 });
    expect(await ledgerDifferences(world.warehouse)).toEqual([]);
    expect(await everythingIn(world.warehouse)).not.toContain(VICTIM);
  });

  it('of a browser takes all its events, whoever was signed in', async () => {
    const on = (client: string, user: string | null) =>
      rawEvent({ hour: 1, user, client, name: 'page_view' });
    await world.bucket.putEvents('events/2026/11/03/00/a.gz', [
      on('b-1', VICTIM),
      on('b-1', null),
      on('b-2', VICTIM),
    ]);
    await world.load();

    await world.erase({ subject: { kind: 'client', id: 'b-1' } });

    expect(await world.warehouse.query('admin', 'SELECT client_id FROM clickstream_events')).toEqual([
      { client_id: 'b-2' },
    ]);
    expect(await everythingIn(world.warehouse)).not.toContain('b-1');
  });

  it('says how many events of others mention the id, and leaves them', async () => {
    const other = rawEvent(
      { hour: 1, user: 'user-of-another', client: 'b', name: 'page_view' },
      { pageUrl: `https://shop.example/people/${VICTIM}` },
    );
    await world.bucket.putEvents('events/2026/11/03/00/a.gz', [other]);
    await world.load();
    expect(await world.erase()).toMatchObject({ mentionedByOthers: 1, warehouse: { events: 0 } });
    expect(await idsOf(world.warehouse)).toHaveLength(1);
  });
});
