import { readArguments, runCommand, UsageError } from '@clickstream/command-line';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';
import type { ClosedBooks } from '@clickstream/shop-models/books';

const HELP = `Closes the books of the shop for each day that is over, and stores their files in the bucket.

Usage: npx nx close-books shop-lambda [-- <day> ...]

  <day>   YYYY-MM-DD: stores the file of this day again, as it was written

A day is closed once. What becomes known of it later is in the file of the next day, with the next numbers.
The addresses are those of the running npm start; for others set WEB_DB_URL, RAW_BUCKET, AWS_REGION and AWS_ENDPOINT_URL_S3.

Exit codes: 0 closed, 1 failed, 2 wrong usage
`;

function readDays(args: string[]): { readonly again: readonly string[] } | 'help' {
  const { values, positionals } = readArguments(args, {});
  if (values.help) return 'help';
  const wrong = positionals.find((day) => !/^\d{4}-\d{2}-\d{2}$/.test(day));
  if (wrong !== undefined) throw new UsageError(`"${wrong}" is not a day (YYYY-MM-DD).`);
  return { again: positionals };
}

async function close({ again }: { readonly again: readonly string[] }): Promise<number> {
  readLocalEnv();
  const { handler } = await import('./handler');
  const { closed, stored } = (await handler({ operation: 'closeBooks', again })) as ClosedBooks;
  const days = closed.length === 0 ? 'No day was to be closed' : `Closed ${closed.join(', ')}`;
  console.log(`${days}; stored ${stored.length} files. Load them by npm run etl.`);
  return 0;
}

// The shop keeps its connections open.
void runCommand({
  call: 'npx nx close-books shop-lambda --',
  help: HELP,
  failure: 'The books could not be closed',
  read: readDays,
  run: close,
}).then(() => process.exit());
