import { everythingIn, ledgerDifferences } from '@clickstream/warehouse-load/testing';
import { textsOf } from '../testing/bucket-text';
import { anErasureWorld, idsOf, rawEvent, VICTIM, type ErasureWorld } from '../testing/erasure-world';
import { eraseInParts } from './erase';
import type { ReadPart } from './bucket-part';
import type { RawBucket } from './bucket/raw-bucket';
import type { Receipt } from './receipt';

let world: ErasureWorld;
beforeAll(async () => {
  world = await anErasureWorld();
});
afterAll(() => world.close());

/** Erases in as many calls as it takes, each of which has time for one object. */
async function inParts(bucket: RawBucket): Promise<{ readonly receipt: Receipt; readonly calls: number }> {
  let from: ReadPart | undefined;
  for (let calls = 1; ; calls++) {
    const result = await eraseInParts({
      client: world.admin,
      bucket,
      lake: world.lake,
      subject: { kind: 'user', id: VICTIM },
      everywhere: true,
      now: new Date('2026-11-23T10:00:00Z'),
      // As the caller of a function passes it on.
      from: from && (JSON.parse(JSON.stringify(from)) as ReadPart),
      isTimeUp: () => true,
    });
    if (!('next' in result)) return { receipt: result, calls };
    expect(await idsOf(world.warehouse)).toHaveLength(6);
    from = result.next;
  }
}

it('reads each object once, erases as much as one call would, and changes the warehouse at the end', async () => {
  const event = (user: string) => rawEvent({ hour: 1, user, client: user, name: 'page_view' });
  for (const n of [0, 1, 2])
    await world.bucket.putEvents(`events/2026/11/03/0${n}/a.gz`, [event('user-of-another'), event(VICTIM)]);
  await world.load();
  await world.bucket.put(`orders/2026/11/03/books.jsonl`, '{}');
  await world.bucket.put('receipts/erasures/1.json', '{}');
  const read: string[] = [];
  let isFirst = true;
  const bucket: RawBucket = {
    ...world.raw,
    get(object) {
      read.push(object.key);
      return world.raw.get(object);
    },
    // One object cannot be written at the first try.
    replace(...given) {
      const fails = isFirst;
      isFirst = false;
      return fails ? Promise.reject(new Error('slow down')) : world.raw.replace(...given);
    },
  };

  const { receipt, calls } = await inParts(bucket);

  expect(calls).toBe(4);
  expect(new Set(read).size).toBe(3);
  expect(receipt).toMatchObject({
    bucket: { objectsListed: 3, objectsRead: 3, objectsRewritten: 3, linesErased: 3 },
    warehouse: { events: 3 },
    notRead: { objects: 0 },
    failed: [],
  });
  expect(await everythingIn(world.warehouse)).not.toContain(VICTIM);
  expect(Object.values(await textsOf(world.raw)).join()).not.toContain(VICTIM);
  expect(await ledgerDifferences(world.warehouse)).toEqual([]);
  expect(await world.load()).toMatchObject({ loaded: 0 });
});
