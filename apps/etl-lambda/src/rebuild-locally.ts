import { SingleBar } from 'cli-progress';
import pg from 'pg';
import { REBUILD_HELP, rebuildOptions, UsageError } from './command-line';
import { readWarehouseUrl } from './config';
import { rebuildFacts } from './facts/rebuild-facts';
import { readLocalEnv } from './local-env';
import { inTransaction } from './warehouse/transaction';

/** @returns the number of events that the facts are made of */
async function rebuild(): Promise<number> {
  readLocalEnv();
  const client = new pg.Client({ connectionString: readWarehouseUrl(), connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  const bar = new SingleBar({ format: '{bar} {value}/{total} events | {duration_formatted}' });
  let events = 0;
  try {
    const { rows } = await client.query<{ total: string }>(
      'SELECT count(*) AS total FROM clickstream_events',
    );
    bar.start(Number(rows[0]?.total), 0);
    await inTransaction(client, () =>
      rebuildFacts(client, (done) => {
        events = done;
        bar.update(done);
      }),
    );
    return events;
  } finally {
    bar.stop();
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
    const events = await rebuild();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`Rebuilt the facts of ${events.toLocaleString('en')} events in ${seconds} s.`);
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
