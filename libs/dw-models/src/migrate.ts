import { parseArgs } from 'node:util';
import { adminUrl } from './config';
import { migrateWarehouse } from './migrate-warehouse';

const HELP = `Brings clickstream_dw to the newest schema.

Usage: npx nx migrate dw-models

Environment:
  DW_ADMIN_URL   postgres:// address of clickstream_dw with the role dw_admin

Exit codes: 0 the schema is up to date, 1 it could not be brought there, 2 wrong usage
`;

/** @returns the exit code */
async function main(args: string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args, options: { help: { type: 'boolean' } } });
    if (values.help) {
      console.log(HELP);
      return 0;
    }
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)} See --help.`);
    return 2;
  }
  try {
    const ran = await migrateWarehouse(adminUrl());
    console.log(
      ran.length === 0 ? 'The warehouse is up to date.' : `Migrated the warehouse: ${ran.join(', ')}.`,
    );
    return 0;
  } catch (error) {
    console.error(
      `Could not migrate the warehouse: ${error instanceof Error ? error.message : String(error)}`,
    );
    return 1;
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
