import { textsOf } from '../testing/bucket-text';
import { anErasureWorld, idsOf, rawEvent, VICTIM, type ErasureWorld } from '../testing/erasure-world';
import { ledgerDifferences, rowsOf } from '@clickstream/warehouse-load/testing';

describe('an erasure', () => {
  let world: ErasureWorld;
  beforeEach(async () => {
    world = await anErasureWorld();
  });
  afterEach(() => world.close());
  it('erases nothing that only contains the same number, if the id is a number', async () => {
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

  it('reports the number of events of others that mention the id, and leaves them', async () => {
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
