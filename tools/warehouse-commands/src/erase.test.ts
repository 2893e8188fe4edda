import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { aShop, type TestShop } from '@clickstream/shop-models/testing';
import { aLake } from '@clickstream/lake/testing';
import { eraseOptions } from './erase/erase-options';
import { UsageError } from '@clickstream/command-line';
import {
  anErasureWorld,
  idsOf,
  rawEvent,
  VICTIM,
  type ErasureWorld,
} from '@clickstream/warehouse-maintenance/testing';
import { etlEnvironment, outcomeOf, startCommand } from '@clickstream/warehouse-load/testing';

jest.setTimeout(120_000);

describe('npm run erase', () => {
  let world: ErasureWorld;
  let folder: string;
  let shop: TestShop;
  beforeAll(async () => {
    [world, shop] = await Promise.all([anErasureWorld(), aShop()]);
    const customer = { customerId: VICTIM, email: 'victim@shop.example', name: 'Victim' };
    await shop.shop.welcomeCustomer({ customer, cartKey: null });
    folder = await mkdtemp(join(tmpdir(), 'erase-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await Promise.all([world.close(), shop.close()]);
  });

  it('waits for a run, reports in one line what it did, and writes a receipt without the id, and leaves nothing in the lake', async () => {
    const event = (user: string, hour: number) => rawEvent({ hour, user, client: user, name: 'page_view' });
    // The victim saw the product last, so an erasure changes its row too.
    const events = [event(VICTIM, 2), event('user-of-another', 1)];
    await world.bucket.putEvents('events/2026/11/03/00/a.gz', events);
    await world.load();
    const receipt = join(folder, 'receipt.json');
    const env = {
      ...etlEnvironment(world.bucket.name, world.warehouse.etlUrl),
      DW_ADMIN_URL: world.warehouse.adminUrl,
      WEB_DB_ADMIN_URL: shop.urls.shop_admin,
    };
    const compact = (...args: string[]) =>
      outcomeOf(
        startCommand(
          'tools/warehouse-commands/src/compact.ts',
          { ...env, DW_SHINY_URL: world.warehouse.shinyUrl },
          args,
        ),
      );
    const [planned, compacted] = [await compact('--dry-run'), await compact()];
    expect([planned.output, compacted.output]).toEqual([
      'Would write 1 day (2026-11-03): 2 events; remove 0 days; 0 unchanged.\n',
      expect.stringMatching(
        /^Wrote 1 day: 2 events, [\d,]+ bytes, [\d.]+ for each event; removed 0 days; 0 unchanged; \d+ files of facts\.\n$/,
      ),
    ]);
    const [{ held }] = (await world.admin.query('SELECT pg_try_advisory_lock(7215003) AS held')).rows;
    expect(held).toBe(true);

    const command = startCommand('tools/warehouse-commands/src/erase.ts', env, [
      '--user',
      VICTIM,
      '--receipt',
      receipt,
    ]);
    const ended = outcomeOf(command);
    await new Promise((resolve) => command.stderr?.once('data', resolve));
    expect(await idsOf(world.warehouse)).toHaveLength(2);
    await world.admin.query('SELECT pg_advisory_unlock(7215003)');

    expect(await ended).toEqual({
      code: 0,
      errors: 'Another run is at work: waiting for it to end.\n',
      output: expect.stringMatching(
        /^In the shop: 1 account, 0 carts, 0 waiting events; 0 orders kept without the person\.\nErased user sha256:[0-9a-f]{12}…: 1 events of the warehouse, 0 quarantined, 1 lines of 1 objects; read 1 of 1 objects in [\d.]+ s\.\nRemoved the days from the lake that have changed: 2026-11-03\. npm run compact writes them again\.\n$/,
      ),
    });
    const text = await readFile(receipt, 'utf8');
    expect(text).not.toContain(VICTIM);
    expect(JSON.parse(text)).toMatchObject({
      subject: { kind: 'user', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      warehouse: { events: 1 },
      failed: [],
      lake: { days: ['2026-11-03'], facts: expect.any(Number) as number, oldVersionsDeleted: 0 },
    });
    const lake = aLake(world.bucket.name);
    expect((await lake.keys()).filter((key) => /events|\d\.parquet|all\.parquet/.test(key))).toEqual([
      'lake/facts/dash/freshness/all.parquet',
    ]);
    expect(await lake.bucket.readManifest()).toMatchObject({ days: {} });
    lake.close();
    expect(await idsOf(world.warehouse)).toHaveLength(1);
  });

  it('ends with a separate exit code when an object cannot be read', async () => {
    const line = JSON.stringify(rawEvent({ hour: 1, user: VICTIM, client: VICTIM, name: 'page_view' }));
    await world.bucket.put('events/2026/11/03/00/nested.json.gz', gzipSync(gzipSync(line)));
    await world.bucket.put('events/2026/11/03/00/b.json', line);
    await world.load();
    const env = {
      ...etlEnvironment(world.bucket.name, world.warehouse.etlUrl),
      DW_ADMIN_URL: world.warehouse.adminUrl,
    };
    expect(
      await outcomeOf(startCommand('tools/warehouse-commands/src/erase.ts', env, ['--user', VICTIM])),
    ).toEqual({
      code: 3,
      errors: expect.stringMatching(
        /^The shop is as it was, .*\nNot read: events\/2026\/11\/03\/00\/nested.json.gz: It is gzip within gzip\.\n$/,
      ),
      output: expect.stringContaining('; 1 objects could not be read and may contain more.\n') as string,
    });
    expect(await idsOf(world.warehouse)).toHaveLength(1);
  });
});

describe('the options', () => {
  it('name one user or one browser', () => {
    expect(eraseOptions(['--user', ' u1 '])).toEqual({
      subject: { kind: 'user', id: 'u1' },
      everywhere: false,
      isOnAws: false,
      receipt: undefined,
    });
    expect(eraseOptions(['--client', 'b1', '--everywhere'])).toMatchObject({
      subject: { kind: 'client', id: 'b1' },
      everywhere: true,
    });
    expect(eraseOptions(['--help'])).toBe('help');
    for (const args of [[], ['--user', 'a', '--client', 'b'], ['--user', ' '], ['--user']]) {
      expect(() => eraseOptions(args)).toThrow(UsageError);
    }
  });
});
