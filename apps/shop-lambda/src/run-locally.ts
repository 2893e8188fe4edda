import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import { parseArgs } from 'node:util';
import { localStateFolder } from './config';

const HELP = `Asks the shop one thing, as the storefront asks it through the Lambda.

Usage: npx nx invoke shop-lambda -- <operation> [<input as JSON>]

Example: npx nx invoke shop-lambda -- search '{"term": "keyboard"}'

The database is the one that npm start runs; .local/env tells where that is. For another one set WEB_DB_URL.

Exit codes: 0 answered, 1 refused or failed, 2 wrong usage
`;

const WORKSPACE = resolve(import.meta.dirname, '../../..');

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [operation, input = '{}'] = positionals;
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (!operation) throw new TypeError('Name an operation.');

  const envFile = resolve(WORKSPACE, localStateFolder(), 'env');
  if (existsSync(envFile)) loadEnvFile(envFile);
  const { handler } = await import('./handler');
  const answer = await handler({ operation, input: JSON.parse(input) as unknown });
  console.log(JSON.stringify(answer, null, 2));
  return answer.ok ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    const wrongUsage = error instanceof TypeError || error instanceof SyntaxError;
    console.error(
      `${error instanceof Error ? error.message : String(error)} See npx nx invoke shop-lambda -- --help.`,
    );
    process.exit(wrongUsage ? 2 : 1);
  },
);
