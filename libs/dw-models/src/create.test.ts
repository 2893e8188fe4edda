import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { roleUrl } from './create-warehouse';

const superuserUrl = process.env['TEST_POSTGRES_URL'] ?? '';

/** Runs the command-line tool with these lines on standard input. */
async function create(lines: string, env: Record<string, string> = { DW_SUPERUSER_URL: superuserUrl }) {
  const tool = spawn(
    process.execPath,
    ['--import', '../../tools/workspace/typescript.mjs', 'src/create.ts'],
    {
      cwd: `${import.meta.dirname}/..`,
      env: { PATH: process.env['PATH'], ...env },
      timeout: 60_000,
    },
  );
  tool.stdin.end(lines);
  const [output, errors, code] = await Promise.all([
    text(tool.stdout),
    text(tool.stderr),
    new Promise((resolve) => tool.once('close', resolve)),
  ]);
  return { output, errors, code };
}

// Roles belong to the whole server: every test file of a run sets the passwords of `aWarehouse`.
it('creates the database, and accepts percent-encoded passwords', async () => {
  const lines =
    'dw_admin=%61dmin\netl_writer=e%74l\nshiny_ro=shin%79\nshiny_done=d%6Fne\nshiny_saved=saved\n';
  expect(await create(lines)).toMatchObject({ code: 0, errors: '' });
  const client = new pg.Client({
    connectionString: roleUrl(superuserUrl, 'clickstream_dw', 'etl_writer', 'etl'),
  });
  await client.connect();
  await client.end();
});

it('names every role without a password, and prints none of the others', async () => {
  const { code, errors } = await create('dw_admin=secret\n');
  expect(code).toBe(1);
  expect(errors).toBe(
    'Could not create the warehouse: Standard input has no password for etl_writer, shiny_ro, shiny_done, shiny_saved.\n',
  );
});

it('names the variable that is not set', async () => {
  expect(await create('', {})).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/Set these environment variables, .*: DW_SUPERUSER_URL\.\n$/) as string,
  });
});
