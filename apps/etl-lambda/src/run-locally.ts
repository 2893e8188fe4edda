import {
  addReturnHosts,
  createS3Client,
  type KeyRange,
  loadRun,
  openWarehouse,
  type RunResult,
  s3RawSource,
  waitForTurn,
} from '@clickstream/warehouse-load';
import { SingleBar } from 'cli-progress';
import { LOAD_HELP, loadOptions } from './load-options';
import { readConfig } from './config';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';
import { runCommand } from '@clickstream/command-line';

async function load(range: KeyRange | undefined): Promise<RunResult> {
  readLocalEnv();
  const config = readConfig(process.env);
  addReturnHosts(config.returnHosts);
  const warehouse = await openWarehouse(config.warehouseUrl);
  const bar = new SingleBar({
    format: '{bar} {value}/{total} objects | {events} events | {duration_formatted}',
  });
  let isStopped = false;
  process.once('SIGINT', () => (isStopped = true));
  try {
    await waitForTurn(() => warehouse.tryRunLock());
    bar.start(0, 0, { events: 0 });
    return await loadRun({
      source: s3RawSource(createS3Client(config.forcePathStyle), config.bucket),
      warehouse,
      range,
      now: new Date(),
      sweepPages: config.sweepPages,
      isTimeUp: () => isStopped,
      onNote: (line) => console.log(line),
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

void runCommand({
  call: 'npm run etl --',
  help: LOAD_HELP,
  failure: 'The load stopped',
  read: loadOptions,
  async run({ range }) {
    const { objects, loaded, duplicates, quarantined, failed, gone, more } = await load(range);
    console.log(
      `Loaded ${loaded.toLocaleString('en')} events of ${objects.toLocaleString('en')} objects; ` +
        `${duplicates.toLocaleString('en')} duplicates, ${quarantined.toLocaleString('en')} quarantined` +
        `${failed + gone > 0 ? `; ${failed + gone} objects left for the next run` : ''}` +
        `${more ? '; stopped before the end' : ''}.`,
    );
    return failed > 0 || more ? 1 : 0;
  },
});
