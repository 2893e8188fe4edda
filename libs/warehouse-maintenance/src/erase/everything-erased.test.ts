import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import fc from 'fast-check';
import {
  everythingIn,
  factsOf,
  gzippedLines,
  ledgerDifferences,
  runOnce,
} from '@clickstream/warehouse-load/testing';
import { inTransaction, rebuildFacts } from '@clickstream/warehouse-load/warehouse';
import { textsOf } from '../testing/bucket-text';
import { anErasureWorld, idsOf, rawEvent, VICTIM, type ErasureWorld } from '../testing/erasure-world';

const anyEvent = fc.record({
  hour: fc.integer({ min: 0, max: 20 }),
  user: fc.constantFrom(VICTIM, VICTIM, 'user-of-another', null, null),
  client: fc.constantFrom('browser-1', 'browser-2', 'browser-3'),
  name: fc.constantFrom(
    'page_view',
    'product_view',
    'product_list_view',
    'select_item',
    'add_to_cart_click',
    'checkout_start',
    'checkout_complete',
  ),
});

const rejected = (event: unknown) => ({ reason: 'no', index: 0, event, _ingest: {} });

/** Lines of an object: events, some of them twice, and unreadable lines. */
const anyLines = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: anyEvent.map((event) => rawEvent(event)) },
    {
      weight: 1,
      arbitrary: anyEvent.map((event) => rawEvent(event, { eventTimestamp: '1990-01-01T00:00:00Z' })),
    },
    { weight: 1, arbitrary: anyEvent.map((event) => rawEvent(event, { eventId: undefined })) },
    { weight: 1, arbitrary: fc.constantFrom(`{"userId":"${VICTIM}", broken`, '{"broken', '', '  ') },
  ),
  { minLength: 1, maxLength: 12 },
);

const KINDS = ['gzip', 'plain', 'document', 'rejected', 'hidden from the first load'] as const;
const anyObjects = fc.array(
  fc.record({ lines: anyLines, kind: fc.constantFrom(...KINDS), again: fc.nat({ max: 3 }) }),
  { minLength: 1, maxLength: 6 },
);

type AnyObjects = typeof anyObjects extends fc.Arbitrary<infer T> ? T : never;

/** Puts the objects into the bucket; some events of each are repeated in the next one. */
async function fill(world: ErasureWorld, objects: AnyObjects, wasHidden: boolean): Promise<void> {
  let repeated: unknown[] = [];
  for (const [index, { lines, kind, again }] of objects.entries()) {
    const all = [...lines, ...repeated];
    repeated = lines.filter((line) => typeof line === 'object').slice(0, again);
    if ((kind === 'hidden from the first load') !== wasHidden) continue;
    const name = `2026/11/03/0${index}/${index}.json`;
    const events = all.filter((line) => typeof line === 'object');
    if (kind === 'rejected') await world.bucket.putEvents(`rejected/${name}`, events.map(rejected));
    else if (kind === 'document') await world.bucket.put(`events/${name}`, JSON.stringify(events, null, 1));
    else {
      const text = all.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\r\n');
      await world.bucket.put(`events/${name}`, kind === 'plain' ? text : gzippedLines([text]));
    }
  }
}

/**
 * The states of the lines of each hour; which of two copies came first depends on the order of
 * loads.
 */
const linesByHour = (warehouse: TestWarehouse) =>
  warehouse.query(
    'admin',
    `SELECT hour, received, rejected, stored, loaded + duplicates AS kept, quarantined, erased, expired
     FROM ledger_hourly ORDER BY hour`,
  );

describe('after an erasure', () => {
  it('nothing of the user is left anywhere, all else is as it was, and nothing brings them back', async () => {
    await fc.assert(
      fc.asyncProperty(anyObjects, async (objects) => {
        const world = await anErasureWorld();
        try {
          await fill(world, objects, false);
          await world.load();
          await fill(world, objects, true);
          const others = await idsOf(world.warehouse, `user_id = 'user-of-another'`);

          const { failed } = await world.erase();

          expect(failed).toEqual([]);
          expect(await everythingIn(world.warehouse)).not.toContain(VICTIM);
          const texts = await textsOf(world.raw);
          expect(Object.values(texts).join('\n')).not.toContain(VICTIM);
          expect(await idsOf(world.warehouse, `user_id = 'user-of-another'`)).toEqual(others);
          expect(await ledgerDifferences(world.warehouse)).toEqual([]);
          const facts = await factsOf(world.warehouse);
          await inTransaction(world.admin, () => rebuildFacts(world.admin));
          expect(await factsOf(world.warehouse)).toEqual(facts);

          await world.load();
          expect(await world.load()).toMatchObject({ objects: 0, loaded: 0 });
          expect(await ledgerDifferences(world.warehouse)).toEqual([]);
          expect(await everythingIn(world.warehouse)).not.toContain(VICTIM);
          const fromBucket = await aWarehouse();
          await runOnce(fromBucket.etlUrl, world.bucket.source);
          const ids = async (warehouse: TestWarehouse) => (await idsOf(warehouse)).map(({ id }) => id);
          expect(await ids(fromBucket)).toEqual(await ids(world.warehouse));
          expect(await ledgerDifferences(fromBucket)).toEqual([]);
          expect(await linesByHour(fromBucket)).toEqual(await linesByHour(world.warehouse));
          const [one, other] = [await factsOf(fromBucket), await factsOf(world.warehouse)];
          expect(one).toEqual(other);
          await fromBucket.close();
        } finally {
          await world.close();
        }
      }),
      { numRuns: 8 },
    );
  }, 240_000);
});
