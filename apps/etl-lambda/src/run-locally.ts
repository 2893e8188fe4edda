import { setTimeout as sleep } from 'node:timers/promises';
import { SingleBar } from 'cli-progress';
import { ETL_HELP, etlOptions, UsageError } from './command-line';
import { readConfig } from './config';
import type { KeyRange } from './key-range';
import { readLocalEnv } from './local-env';
import { loadRun, type RunResult } from './load-run';
import { s3RawSource } from './raw/raw-source';
import { createS3Client } from './raw/s3-client';
import { openWarehouse, type Warehouse } from './warehouse/warehouse';

/** A run of the Lambda takes 15 minutes at most. */
const LOCK_WAIT_MS = 30 * 60_000;

async function run(range: KeyRange | undefined): Promise<RunResult> {
  readLocalEnv();
  const config = readConfig();
  const warehouse = await openWarehouse(config.warehouseUrl);
  const bar = new SingleBar({
    format: '{bar} {value}/{total} objects | {events} events | {duration_formatted}',
  });
  let isStopped = false;
  process.once('SIGINT', () => (isStopped = true));
  try {
    await waitForTurn(warehouse);
    bar.start(0, 0, { events: 0 });
    return await loadRun({
      source: s3RawSource(createS3Client(config.forcePathStyle), config.bucket),
      warehouse,
      range,
      now: new Date(),
      sweepPages: config.sweepPages,
      isTimeUp: () => isStopped,
      onSkipped: (_key, reason) => console.error(`Left for the next run: ${reason}`),
      onProgress: ({ found, objects, loaded }) => {
        bar.setTotal(found);
        bar.update(objects, { events: loaded.toLocaleString('en') });
      },
    });
  } finally {
    bar.stop();
    await warehouse.close();
  }
}

async function waitForTurn(warehouse: Warehouse): Promise<void> {
  const deadline = Date.now() + LOCK_WAIT_MS;
  for (let tries = 0; !(await warehouse.tryRunLock()); tries++) {
    if (tries === 0) console.error('Another run is at work: waiting for it to end.');
    if (Date.now() > deadline)
      throw new Error('Another run has been at work for half an hour: see what it does.');
    await sleep(500);
  }
}

/** @returns the exit code */
async function main(args: string[]): Promise<number> {
  try {
    const options = etlOptions(args);
    if (options === 'help') {
      console.log(ETL_HELP);
      return 0;
    }
    const { objects, loaded, duplicates, quarantined, failed, gone, more } = await run(options.range);
    console.log(
      `Loaded ${loaded.toLocaleString('en')} events of ${objects.toLocaleString('en')} objects; ` +
        `${duplicates.toLocaleString('en')} duplicates, ${quarantined.toLocaleString('en')} quarantined` +
        `${failed + gone > 0 ? `; ${failed + gone} objects left for the next run` : ''}` +
        `${more ? '; stopped before the end' : ''}.`,
    );
    return failed > 0 || more ? 1 : 0;
  } catch (error) {
    console.error(
      error instanceof UsageError
        ? `${error.message} See npm run etl -- --help.`
        : `The load stopped: ${error instanceof Error ? error.message : String(error)}`,
    );
    return error instanceof UsageError ? 2 : 1;
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
