import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { anEmptyShopDatabase } from './testing/a-shop';

const PROJECT = resolve(import.meta.dirname, '..');

function migrate(args: string[], env: Record<string, string>) {
  return new Promise<{ code: unknown; output: string; errors: string }>((done) => {
    const command = ['--import', '../../tools/workspace/typescript.mjs', 'src/migrate.ts', ...args];
    const options = { cwd: PROJECT, env: { PATH: process.env.PATH ?? '', ...env }, timeout: 60_000 };
    execFile(process.execPath, command, options, (error, output, errors) =>
      done({ code: error ? error.code : 0, output, errors }),
    );
  });
}

it('turns an empty database into a stocked shop, and reports it in one line', async () => {
  const { shop_admin } = await anEmptyShopDatabase();
  const first = await migrate(['--catalogue'], { WEB_DB_ADMIN_URL: shop_admin });
  expect(first).toMatchObject({
    code: 0,
    output: expect.stringMatching(
      /^Migrated: CreateCatalogue1796000000001, (.*, )?GrantRoles1796000000004, (.*, )?the catalogue has 63 products\.\n$/,
    ),
  });
  const second = await migrate([], { WEB_DB_ADMIN_URL: shop_admin });
  expect(second).toMatchObject({ code: 0, output: 'The schema is up to date.\n' });
});

it('reports in one line what is missing or wrong', async () => {
  await expect(migrate([], {})).resolves.toMatchObject({
    code: 1,
    errors: expect.stringMatching(
      /^Could not migrate the shop: Set these environment variables, or run npm start, .*: WEB_DB_ADMIN_URL\.\n$/,
    ),
  });
  await expect(migrate(['--nonsense'], {})).resolves.toMatchObject({ code: 2 });
});
