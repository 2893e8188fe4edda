import { aWarehouse } from '@clickstream/dw-models/testing';
import { openWarehouse } from '@clickstream/warehouse-load/warehouse';
import pg from 'pg';
import { logMetrics } from './log-metrics';

/** The superuser of the machine tells the database that its packages are so many days old. */
async function tellPatchedOn(database: string, days: number): Promise<void> {
  const superuser = new pg.Client({ connectionString: process.env['TEST_POSTGRES_URL'] });
  await superuser.connect();
  await superuser.query(
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE ${pg.escapeIdentifier(database)} SET clickstream.patched_on = %L',
       current_date - ${days}); END $$`,
  );
  await superuser.end();
}

it('writes once a day how old the packages of the machine are', async () => {
  const database = await aWarehouse();
  await tellPatchedOn(new URL(database.adminUrl).pathname.slice(1), 9);
  const warehouse = await openWarehouse(database.etlUrl);
  const health = await warehouse.health();
  await warehouse.close();
  await database.close();
  expect(health).toMatchObject({ patchAgeDays: 9 });
  const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  for (const hour of ['02', '03']) logMetrics(health, 'Clickstream', new Date(`2026-11-30T${hour}:07:00Z`));
  const lines = written.mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, unknown>);
  written.mockRestore();
  expect(lines.map((line) => line['WarehousePatchAgeDays'])).toEqual([undefined, 9]);
  expect(lines.map((line) => line['LedgerGap'])).toEqual([0, 0]);
});
