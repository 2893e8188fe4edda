import type pg from 'pg';
import { textsOf } from '../testing/bucket-text';
import { anErasureWorld, rawEvent, VICTIM, type ErasureWorld } from '../testing/erasure-world';
import { everythingIn, ledgerDifferences } from '@clickstream/warehouse-load/testing';
import type { RawBucket } from './bucket/raw-bucket';

describe('an erasure', () => {
  let world: ErasureWorld;
  beforeEach(async () => {
    world = await anErasureWorld();
  });
  afterEach(() => world.close());
  it('that is interrupted is completed by the next, and until then the warehouse is unchanged', async () => {
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
});
