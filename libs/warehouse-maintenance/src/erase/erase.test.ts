import { textsOf } from '../testing/bucket-text';
import { anErasureWorld, idsOf, rawEvent, VICTIM, type ErasureWorld } from '../testing/erasure-world';
import { everythingIn } from '@clickstream/warehouse-load/testing';

describe('an erasure', () => {
  let world: ErasureWorld;
  beforeEach(async () => {
    world = await anErasureWorld();
  });
  afterEach(() => world.close());
  it('erases what the user did before signing in, and nothing of another user on the same browser', async () => {
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
    // The event at 5 o'clock belongs to the session in which the user was signed in at 4.
    expect(left).toEqual([5, 6, 7].map((index) => events[index]?.['eventId']));
    expect(receipt).toMatchObject({
      bucket: { objectsRewritten: 1, linesErased: 5 },
      warehouse: { events: 5, quarantined: 0, identityAudit: 1 },
    });
  });

  it('applies the same rule to lines that are not loaded yet, and to those that ingest rejected', async () => {
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

  it('stops at an id that differs only in spelling, instead of reporting success', async () => {
    const own = rawEvent({ hour: 1, user: VICTIM, client: 'b', name: 'page_view' });
    await world.bucket.putEvents('events/2026/11/03/00/a.json.gz', [own]);
    await world.load();
    await expect(world.erase({ subject: { kind: 'user', id: VICTIM.toUpperCase() } })).rejects.toThrow(
      `no event names this id, but some name "${VICTIM}"`,
    );
    expect(await idsOf(world.warehouse)).toHaveLength(1);
  });

  it('removes the user from the list of staff', async () => {
    await world.warehouse.query('admin', 'INSERT INTO staff_users VALUES ($1), ($2)', [VICTIM, 'another']);
    await world.erase();
    expect(await world.warehouse.query('shiny', 'SELECT user_id FROM staff_users')).toEqual([
      { user_id: 'another' },
    ]);
  });

  it('reads only the objects that may contain something, or all on request', async () => {
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

  it('of a browser erases all its events, whoever was signed in', async () => {
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
});
