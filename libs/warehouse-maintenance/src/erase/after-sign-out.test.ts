import { textsOf } from '../testing/bucket-text';
import { anErasureWorld, idsOf, rawEvent, VICTIM, type ErasureWorld } from '../testing/erasure-world';
import { everythingIn, ledgerDifferences } from '@clickstream/warehouse-load/testing';

let world: ErasureWorld;
beforeEach(async () => {
  world = await anErasureWorld();
});
afterEach(() => world.close());

/** An event of one browser in one session. */
const on = (hour: number, user: string | null, over = {}) =>
  rawEvent({ hour, user, client: 'browser-1', name: 'page_view' }, { sessionId: 'one', ...over });

const left = async (events: readonly Record<string, unknown>[]) => {
  const ids = (await idsOf(world.warehouse)).map(({ id }) => id);
  return events.flatMap(({ eventId }, index) => (ids.includes(eventId) ? [index] : []));
};

describe('an erasure', () => {
  it('erases what follows in the session after the user has signed out', async () => {
    const events = [
      on(1, VICTIM),
      on(2, VICTIM, { eventName: 'checkout_complete', order: { orderId: 'BUG-OE', revenue: 5 } }),
      on(3, null, { eventName: 'search', search: { term: 'Nguyen Bug 12 Le Loi' } }),
      on(4, null, { pageUrl: 'https://shop.example/order/BUG-OE' }),
    ];
    await world.bucket.putEvents('events/2026/11/03/00/a.json.gz', events);
    await world.load();
    // The same events sent again, and some of them not loaded yet.
    await world.bucket.putEvents('events/2026/11/03/01/b.json.gz', events.slice(2));

    const receipt = await world.erase();

    expect(receipt).toMatchObject({ warehouse: { events: 4 }, bucket: { linesErased: 6 }, failed: [] });
    expect(await left(events)).toEqual([]);
    const everything = (await everythingIn(world.warehouse)) + JSON.stringify(await textsOf(world.raw));
    expect(everything).not.toMatch(/Le Loi|BUG-OE/);
    await world.load();
    expect(await left(events)).toEqual([]);
    expect(await ledgerDifferences(world.warehouse)).toEqual([]);
  });

  it('leaves what may belong to the next user who signs in during the same session', async () => {
    const events = [on(1, VICTIM), on(2, null), on(3, 'user-of-another'), on(4, null)];
    await world.bucket.putEvents('events/2026/11/03/00/a.json.gz', events);
    await world.load();
    await world.erase();
    expect(await left(events)).toEqual([1, 2, 3]);
  });

  it('erases it even if another user was signed in before, and leaves other sessions of the browser', async () => {
    const events = [
      on(1, 'user-of-another'),
      on(2, null),
      on(3, VICTIM),
      on(4, null),
      on(5, null, { sessionId: 'two' }),
      on(6, null, { sessionId: null }),
    ];
    await world.bucket.putEvents('events/2026/11/03/00/a.json.gz', events);
    await world.load();
    await world.erase();
    expect(await left(events)).toEqual([0, 1, 4, 5]);
  });
});
