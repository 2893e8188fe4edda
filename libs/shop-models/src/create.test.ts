import { execFileSync, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import pg from 'pg';
import { superuserUrl } from './config';
import { PASSWORDS, testServer } from './testing/a-shop';

const PROJECT = resolve(import.meta.dirname, '..');
const COMMAND = ['--import', '../../tools/workspace/typescript.mjs', 'src/create.ts'];
const server = testServer();
const base = { PATH: process.env.PATH ?? '' };

it('creates roles and database from passwords on standard input, and can run again', async () => {
  const input = Object.entries(PASSWORDS)
    .map(([role, password]) => `${role}=${encodeURIComponent(password)}\n`)
    .join('');
  for (let run = 0; run < 2; run++) {
    const output = execFileSync(process.execPath, COMMAND, {
      cwd: PROJECT,
      env: { ...base, WEB_DB_SUPERUSER_URL: server },
      input,
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(output).toBe('The roles and the database of the shop are ready.\n');
  }
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rows } = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'clickstream_web'`);
  await client.end();
  expect(rows).toHaveLength(1);
});

it('names the passwords that are missing, and the address', () => {
  const { status, stderr } = spawnSync(process.execPath, COMMAND, {
    cwd: PROJECT,
    env: { ...base, WEB_DB_SUPERUSER_URL: server },
    input: 'shop_app=x\n',
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: "Could not create the shop's database: Standard input has no password for shop_admin.\n",
  });
  expect(() => superuserUrl({})).toThrow(
    'Set these environment variables, or run npm start, which writes them to .local/env: WEB_DB_SUPERUSER_URL.',
  );
});
