import { parseArgs } from 'node:util';
import { adminUrl } from './config';
import { migrateShop } from './migrate-shop';
import { seedShop } from './seed-shop';

const HELP = `Brings clickstream_web to the newest schema.

Usage: npx nx migrate shop-models [-- --catalogue]

Options:
  --catalogue   also write the catalogue: products that are there are brought up to date, carts and orders stay
  --help        this text

Environment:
  WEB_DB_ADMIN_URL   postgres:// address of clickstream_web with the role shop_admin

Exit codes: 0 the shop is up to date, 1 it could not be brought there, 2 wrong usage
`;

/** @returns the exit code */
async function main(args: string[]): Promise<number> {
  let options: { help?: boolean; catalogue?: boolean };
  try {
    const flag = { type: 'boolean' } as const;
    options = parseArgs({ args, options: { help: flag, catalogue: flag } }).values;
  } catch (error) {
    console.error(`${reason(error)} See --help.`);
    return 2;
  }
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  try {
    const url = adminUrl();
    const ran = await migrateShop(url);
    const schema = ran.length === 0 ? 'The schema is up to date' : `Migrated: ${ran.join(', ')}`;
    const stocked = options.catalogue ? `, the catalogue has ${await seedShop(url)} products` : '';
    console.log(`${schema}${stocked}.`);
    return 0;
  } catch (error) {
    console.error(`Could not migrate the shop: ${reason(error)}`);
    return 1;
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
