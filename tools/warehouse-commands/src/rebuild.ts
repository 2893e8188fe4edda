import { progressBar } from '@clickstream/command-line/progress-bar';
import { readAdminUrl, readConfig, readWarehouseUrl } from './config';
import { addReturnHosts, runOnTerminal, type RunResult } from '@clickstream/warehouse-load';
import { createS3Client, s3RawSource } from '@clickstream/warehouse-load/reading';
import {
  connectTo,
  inTransaction,
  openWarehouse,
  rebuildFacts,
  waitForTurn,
} from '@clickstream/warehouse-load/warehouse';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';
import { rebuildAll } from './rebuild/rebuild-all';
import { REBUILD_HELP, rebuildOptions } from './rebuild/rebuild-options';
import { runCommand } from '@clickstream/command-line';

/** PostgreSQL's value for no limit: a rebuild may take any time. */
const NO_LIMIT = 0;

/** @returns the number of events in the facts */
async function rebuildFactsOnly(): Promise<number> {
  const client = await connectTo(readWarehouseUrl(), NO_LIMIT);
  const bar = progressBar('{bar} {value}/{total} events | {duration_formatted}');
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

async function rebuildFromBucket(allowDataLoss: boolean): Promise<RunResult> {
  const config = readConfig(process.env);
  addReturnHosts(config.returnHosts);
  const admin = await connectTo(readAdminUrl(), NO_LIMIT);
  const warehouse = await openWarehouse(config.warehouseUrl);
  const bucket = createS3Client(config.forcePathStyle);
  try {
    await waitForTurn(() => warehouse.tryRunLock());
    const { sweepPages } = config;
    const source = s3RawSource(bucket, config.bucket);
    return await runOnTerminal((shown) =>
      rebuildAll({ admin, allowDataLoss, warehouse, source, now: new Date(), sweepPages, ...shown }),
    );
  } finally {
    bucket.destroy();
    await Promise.all([warehouse.close(), admin.end()]);
  }
}

void runCommand({
  call: 'npm run rebuild --',
  help: REBUILD_HELP,
  failure: 'The rebuild stopped',
  read: rebuildOptions,
  async run(options) {
    readLocalEnv();
    const startedAt = performance.now();
    const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1);
    if (options.kind === 'facts') {
      const events = await rebuildFactsOnly();
      console.log(`Rebuilt the facts of ${events.toLocaleString('en')} events in ${seconds()} s.`);
      return 0;
    }
    const { objects, loaded, duplicates, quarantined, failed, gone, more } = await rebuildFromBucket(
      options.allowDataLoss,
    );
    console.log(
      `Rebuilt the warehouse from ${objects.toLocaleString('en')} objects in ${seconds()} s: ` +
        `${loaded.toLocaleString('en')} events, ${duplicates.toLocaleString('en')} duplicates, ` +
        `${quarantined.toLocaleString('en')} quarantined` +
        `${failed + gone > 0 || more ? '; not all is loaded yet: run npm run etl' : ''}.`,
    );
    return failed > 0 || more ? 1 : 0;
  },
});
