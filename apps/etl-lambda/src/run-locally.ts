import { addReturnHosts, loadRun, runOnTerminal, type RunResult } from '@clickstream/warehouse-load';
import { createS3Client, type KeyRange, s3RawSource } from '@clickstream/warehouse-load/reading';
import { openWarehouse, waitForTurn } from '@clickstream/warehouse-load/warehouse';
import { LOAD_HELP, loadOptions } from './load-options';
import { readConfig } from './config';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';
import { runCommand } from '@clickstream/command-line';

async function load(range: KeyRange | undefined): Promise<RunResult> {
  readLocalEnv();
  const config = readConfig(process.env);
  addReturnHosts(config.returnHosts);
  const warehouse = await openWarehouse(config.warehouseUrl);
  try {
    await waitForTurn(() => warehouse.tryRunLock());
    const source = s3RawSource(createS3Client(config.forcePathStyle), config.bucket);
    return await runOnTerminal((shown) =>
      loadRun({
        source,
        warehouse,
        range,
        now: new Date(),
        sweepPages: config.sweepPages,
        timeZone: config.timeZone,
        ...shown,
      }),
    );
  } finally {
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
