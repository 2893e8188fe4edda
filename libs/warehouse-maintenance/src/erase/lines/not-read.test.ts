import { gzipSync } from 'node:zlib';
import { anErasureWorld, idsOf, rawEvent, VICTIM, type ErasureWorld } from '../../testing/erasure-world';
import { everythingIn, ledgerDifferences, poisoned } from '@clickstream/warehouse-load/testing';
import * as warehouseRow from '@clickstream/warehouse-load/reading';
import type { RawBucket } from '../bucket/raw-bucket';

jest.setTimeout(120_000);
jest.mock('@clickstream/warehouse-load/reading', () => {
  const real = jest.requireActual<typeof warehouseRow>('@clickstream/warehouse-load/reading');
  return { ...real, toWarehouseRow: jest.fn(real.toWarehouseRow) };
});

const HOUR = 'events/2026/11/03/00/';
const MB = 1024 * 1024;

let world: ErasureWorld;
beforeEach(async () => {
  world = await anErasureWorld();
});
afterEach(() => world.close());

const event = (user: string | null, over = {}) =>
  rawEvent({ hour: 1, user, client: user ?? 'nobody', name: 'page_view' }, over);
const line = (user: string) => JSON.stringify(event(user));

describe('an object that an erasure cannot read', () => {
  it('is named in the receipt with the reason, and the rest is erased', async () => {
    await world.bucket.putEvents(`${HOUR}a.json.gz`, [event(VICTIM), event('user-of-another')]);
    await world.bucket.put(`${HOUR}bomb.json.gz`, gzipSync(Buffer.alloc(600 * MB, 'x')));
    await world.bucket.put(`${HOUR}nested.json.gz`, gzipSync(gzipSync(line(VICTIM))));
    await world.bucket.put(`${HOUR}utf16.json`, Buffer.from(`\uFEFF${line(VICTIM)}`, 'utf16le'));
    await world.bucket.put(`${HOUR}of-${VICTIM}.json`, line(VICTIM));
    await world.bucket.put(`${HOUR}z.json`, `${line(VICTIM)}\n${line('user-of-another')}`);
    await world.bucket.put(`backup/${VICTIM.toUpperCase()}.json`, line(VICTIM));
    await world.bucket.put('events/year=2026/a.json', line(VICTIM));
    await world.load();

    const receipt = await world.erase();

    const reasons = {
      [`${HOUR}bomb.json.gz`]: 'More than 512 MB come out of it.',
      [`${HOUR}nested.json.gz`]: 'It is gzip within gzip.',
      [`${HOUR}utf16.json`]: 'It is not UTF-8 text.',
      [`${HOUR}of-[id].json`]: 'Its name contains the id, and names are not changed.',
      'backup/[id].json': 'It is outside the folders of days, which are all that is read.',
      'events/year=2026/a.json': 'It is outside the folders of days, which are all that is read.',
    };
    expect(Object.fromEntries(receipt.notRead.named.map(({ key, reason }) => [key, reason]))).toEqual(
      reasons,
    );
    expect(receipt).toMatchObject({
      notRead: { objects: 6 },
      failed: [],
      warehouse: { events: 3 },
      bucket: { linesErased: 3 },
    });
    expect(JSON.stringify(receipt).toLowerCase()).not.toContain(VICTIM);
    const users = (await everythingIn(world.warehouse)).replaceAll(`of-${VICTIM}.json`, '');
    expect(users.replaceAll('\uFFFD', '')).not.toContain(VICTIM);
    expect(await idsOf(world.warehouse)).toHaveLength(2);
    expect(await ledgerDifferences(world.warehouse)).toEqual([]);
  });

  it('may make any code throw: it is still named, and a line is judged by the ids that it mentions', async () => {
    const poison = event(VICTIM, { pageTitle: 'poison' });
    await world.bucket.putEvents(`${HOUR}a.json.gz`, [event(VICTIM), poison, event('user-of-another')]);
    await world.load();
    jest.mocked(warehouseRow.toWarehouseRow).mockImplementation(
      poisoned(
        jest.requireActual<typeof warehouseRow>('@clickstream/warehouse-load/reading').toWarehouseRow,
        {
          marker: 'poison',
        },
      ),
    );
    const raw: RawBucket = {
      ...world.raw,
      get: async (object) => {
        const held = await world.raw.get(object);
        return object.key.endsWith('b.json') && held ? { ...held, bytes: null as unknown as Buffer } : held;
      },
    };
    await world.bucket.put(`${HOUR}b.json`, line(VICTIM));
    expect(await world.erase({ bucket: raw })).toMatchObject({
      notRead: { objects: 1, named: [{ key: `${HOUR}b.json` }] },
      bucket: { linesErased: 2 },
      warehouse: { events: 2 },
    });
    expect(await idsOf(world.warehouse)).toHaveLength(1);
  });
});
