import { asUsage, readArguments, runCommand, UsageError } from '@clickstream/command-line';
import type { ShopAnswer } from '@clickstream/shop-models';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';

const HELP = `Runs one operation of the shop, as the storefront does through the Lambda.

Usage: npx nx invoke shop-lambda -- <operation> [<input as JSON>]

Example: npx nx invoke shop-lambda -- search '{"term": "keyboard"}'

The database is the one that npm start runs; .local/env has its address. For another one set WEB_DB_URL.

Exit codes: 0 answered, 1 refused or failed, 2 wrong usage
`;

interface Question {
  readonly operation: string;
  readonly input: unknown;
}

function readQuestion(args: string[]): Question | 'help' {
  const { values, positionals } = readArguments(args, {});
  if (values.help) return 'help';
  const [operation, input = '{}'] = positionals;
  if (!operation) throw new UsageError('Name an operation.');
  return { operation, input: asUsage(() => JSON.parse(input) as unknown) };
}

/** @returns the exit code */
async function ask(question: Question): Promise<number> {
  readLocalEnv();
  const { handler } = await import('./handler');
  const answer = (await handler(question)) as ShopAnswer;
  console.log(JSON.stringify(answer, null, 2));
  return answer.ok ? 0 : 1;
}

// The shop keeps its connections open.
void runCommand({
  call: 'npx nx invoke shop-lambda --',
  help: HELP,
  failure: 'The shop did not answer',
  read: readQuestion,
  run: ask,
}).then(() => process.exit());
