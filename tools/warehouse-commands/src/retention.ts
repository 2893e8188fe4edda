import { progressBar } from '@clickstream/command-line/progress-bar';
import { readAdminUrl } from './config';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';
import type { DroppedCounts } from './retention/drop-expired';
import { connectTo, horizonAfter, tryRunLock, waitForTurn } from '@clickstream/warehouse-load/warehouse';
import { retain } from './retention/retain';
import { RETENTION_HELP, retentionOptions } from './retention/retention-options';
import { runCommand } from '@clickstream/command-line';

/** PostgreSQL's value for no limit: facts of many events may take any time. */
const NO_LIMIT = 0;

async function retainWithProgress(horizon: string, isDryRun: boolean): Promise<DroppedCounts> {
  readLocalEnv();
  const client = await connectTo(readAdminUrl(), NO_LIMIT);
  const bar = progressBar('{bar} {percentage} % {note} | {duration_formatted}');
  try {
    await waitForTurn(() => tryRunLock(client));
    bar.start(100, 0, { note: '' });
    return await retain({
      client,
      horizon,
      isDryRun,
      onProgress: (fraction, note) => bar.update(Math.floor(fraction * 100), { note }),
    });
  } finally {
    bar.stop();
    await client.end();
  }
}

void runCommand({
  call: 'npm run retention --',
  help: RETENTION_HELP,
  failure: 'The retention stopped',
  read: retentionOptions,
  async run({ months, isDryRun }) {
    const horizon = horizonAfter(months, new Date());
    const { partitions, events, quarantined, objects } = await retainWithProgress(horizon, isDryRun);
    const count = (number: number) => number.toLocaleString('en');
    console.log(
      `${isDryRun ? 'Would drop' : 'Dropped'} what is older than ${horizon}: ${count(events)} events ` +
        `(${partitions} monthly partitions), ${count(quarantined)} quarantined lines, ` +
        `${count(objects)} objects of the manifest.`,
    );
    return 0;
  },
});
