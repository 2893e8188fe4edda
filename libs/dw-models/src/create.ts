import { text } from 'node:stream/consumers';
import { noOptions, runCommand } from '@clickstream/command-line';
import { superuserUrl } from './config';
import { createWarehouse, type WarehousePasswords } from './create-warehouse';

const HELP = `Creates the roles and the empty database clickstream_dw, or gives existing roles these passwords.

Usage: node --import ../../tools/workspace/typescript.mjs src/create.ts < passwords

Reads from standard input, one per line, each password percent-encoded:
  dw_admin=...
  etl_writer=...
  shiny_ro=...
  shiny_done=...
  shiny_saved=...

Environment:
  DW_SUPERUSER_URL   postgres:// address of any database on the server, with a role that may create roles

Exit codes: 0 done, 1 failed, 2 wrong usage
`;

/** @returns the exit code */
async function create(): Promise<number> {
  await createWarehouse(superuserUrl(), readPasswords(await text(process.stdin)));
  console.log('The roles and the database of the warehouse are ready.');
  return 0;
}

/** @throws Error that names every role without a password */
function readPasswords(lines: string): WarehousePasswords {
  const given = new URLSearchParams(lines.trim().replaceAll('\n', '&'));
  const passwords = {
    dw_admin: given.get('dw_admin') ?? '',
    etl_writer: given.get('etl_writer') ?? '',
    shiny_ro: given.get('shiny_ro') ?? '',
    shiny_done: given.get('shiny_done') ?? '',
    shiny_saved: given.get('shiny_saved') ?? '',
  };
  const missing = Object.entries(passwords).filter(([, password]) => password === '');
  if (missing.length > 0)
    throw new Error(`Standard input has no password for ${missing.map(([role]) => role).join(', ')}.`);
  return passwords;
}

void runCommand({
  help: HELP,
  failure: 'Could not create the warehouse',
  read: noOptions,
  run: create,
});
