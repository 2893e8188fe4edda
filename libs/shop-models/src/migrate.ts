import { FLAG, optionReader, runCommand } from '@clickstream/command-line';
import { adminUrl } from './config';
import { migrateShop } from './database/migrate-shop';
import { seedShop } from './database/seed-shop';

const HELP = `Brings clickstream_web to the newest schema.

Usage: npx nx migrate shop-models [-- --catalogue]

Options:
  --catalogue   also write the catalogue: existing products are updated, carts and orders stay
  --help        this text

Environment:
  WEB_DB_ADMIN_URL   postgres:// address of clickstream_web with the role shop_admin

Exit codes: 0 the shop is up to date, 1 failed, 2 wrong usage
`;

/** @returns the exit code */
async function migrate({ catalogue = false }): Promise<number> {
  const url = adminUrl();
  const ran = await migrateShop(url);
  const schema = ran.length === 0 ? 'The schema is up to date' : `Migrated: ${ran.join(', ')}`;
  const stocked = catalogue ? `, the catalogue has ${await seedShop(url)} products` : '';
  console.log(`${schema}${stocked}.`);
  return 0;
}

void runCommand({
  help: HELP,
  failure: 'Could not migrate the shop',
  read: optionReader({ catalogue: FLAG }),
  run: migrate,
});
