import { text } from 'node:stream/consumers';
import { noOptions, runCommand } from '@clickstream/command-line';
import { superuserUrl } from './config';
import { createShopDatabase, type ShopPasswords } from './database/create-shop-database';

const HELP = `Creates the roles and the empty database clickstream_web, or gives existing roles these passwords.

Usage: node --import ../../tools/workspace/typescript.mjs src/create.ts < passwords

Reads from standard input, one per line, each password percent-encoded:
  shop_admin=...
  shop_app=...

Environment:
  WEB_DB_SUPERUSER_URL   postgres:// address of any database on the server, with a role that may create roles

Exit codes: 0 done, 1 failed, 2 wrong usage
`;

/** @returns the exit code */
async function create(): Promise<number> {
  await createShopDatabase(superuserUrl(), readPasswords(await text(process.stdin)));
  console.log('The roles and the database of the shop are ready.');
  return 0;
}

/** @throws Error that names every role without a password */
function readPasswords(lines: string): ShopPasswords {
  const given = new URLSearchParams(lines.trim().replaceAll('\n', '&'));
  const passwords = { shop_admin: given.get('shop_admin') ?? '', shop_app: given.get('shop_app') ?? '' };
  const missing = Object.entries(passwords).filter(([, password]) => password === '');
  if (missing.length > 0)
    throw new Error(`Standard input has no password for ${missing.map(([role]) => role).join(', ')}.`);
  return passwords;
}

void runCommand({
  help: HELP,
  failure: "Could not create the shop's database",
  read: noOptions,
  run: create,
});
