import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { bundleOf, WORKSPACE } from '../../bundle-of';
import type { EtlContender, EtlTestBed } from '../test-bed/etl-test-bed';
import { MONTHS, PASSWORDS } from '../test-bed/settings';

const run = promisify(execFile);

/** The database of the other version's empty warehouse. */
const DATABASE = 'bench_before';

/** The bundle of another version, and the warehouses with that version's tables. */
export async function etlOf(
  { postgresUrl, warehouses }: EtlTestBed,
  checkout: string,
): Promise<Pick<EtlContender, 'bundle' | 'createWarehouse'>> {
  const bundle = await bundleOf('etl-lambda', checkout);
  const empty = await emptyWarehouseOf(checkout, postgresUrl);
  return { bundle, createWarehouse: () => warehouses.copyOf(empty) };
}

/** @returns its address for etl_writer */
async function emptyWarehouseOf(checkout: string, postgresUrl: string): Promise<string> {
  const settings = { postgresUrl, database: DATABASE, passwords: PASSWORDS, months: MONTHS };
  const { stdout } = await run(
    process.execPath,
    [
      '--import',
      resolve(WORKSPACE, 'tools/workspace/typescript.mjs'),
      // Program and loader are of this version, the library that they load of the other.
      resolve(WORKSPACE, 'tools/bench/src/etl/bundles/migrate-checkout.ts'),
      JSON.stringify(settings),
    ],
    { cwd: checkout, env: { ...process.env, TSX_TSCONFIG_PATH: resolve(checkout, 'tsconfig.base.json') } },
  );
  return stdout.trim();
}
