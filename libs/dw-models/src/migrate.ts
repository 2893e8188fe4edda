import { noOptions, runCommand } from '@clickstream/command-line';
import { adminUrl } from './config';
import { migrateWarehouse } from './migrate-warehouse';

const HELP = `Brings clickstream_dw to the newest schema.

Usage: npx nx migrate dw-models

Environment:
  DW_ADMIN_URL   postgres:// address of clickstream_dw with the role dw_admin

Exit codes: 0 the schema is up to date, 1 failed, 2 wrong usage
`;

/** @returns the exit code */
async function migrate(): Promise<number> {
  const ran = await migrateWarehouse(adminUrl());
  console.log(
    ran.length === 0 ? 'The warehouse is up to date.' : `Migrated the warehouse: ${ran.join(', ')}.`,
  );
  return 0;
}

void runCommand({
  help: HELP,
  failure: 'Could not migrate the warehouse',
  read: noOptions,
  run: migrate,
});
