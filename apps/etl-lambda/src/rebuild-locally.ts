import pg from 'pg';
import { REBUILD_HELP, rebuildOptions, UsageError } from './command-line';
import { readWarehouseUrl } from './config';
import { rebuildFacts } from './facts/rebuild-facts';
import { readLocalEnv } from './local-env';
import { inTransaction } from './warehouse/transaction';

async function rebuild(): Promise<void> {
  readLocalEnv();
  const client = new pg.Client({ connectionString: readWarehouseUrl(), connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await inTransaction(client, () => rebuildFacts(client));
  } finally {
    await client.end();
  }
}

/** @returns the exit code */
async function main(args: string[]): Promise<number> {
  try {
    if (rebuildOptions(args) === 'help') {
      console.log(REBUILD_HELP);
      return 0;
    }
    const startedAt = performance.now();
    await rebuild();
    console.log(`Rebuilt the facts in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
    return 0;
  } catch (error) {
    console.error(
      error instanceof UsageError
        ? `${error.message} See npm run rebuild -- --help.`
        : `The facts are not rebuilt: ${error instanceof Error ? error.message || error.name : String(error)}`,
    );
    return error instanceof UsageError ? 2 : 1;
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
