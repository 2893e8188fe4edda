import { progressBar } from '@clickstream/command-line/progress-bar';
import { readAdminUrl } from './config';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';
import { connectTo, horizonAfter, tryRunLock, waitForTurn } from '@clickstream/warehouse-load/warehouse';
import { retain, type DroppedCounts } from '@clickstream/warehouse-maintenance';
import { RETENTION_HELP, retentionOptions, type RetentionOptions } from './retention/retention-options';
import { runCommand } from '@clickstream/command-line';
import { callOnAws } from './on-aws/call-on-aws';

/** PostgreSQL's value for no limit: facts of many events may take any time. */
const NO_LIMIT = 0;

async function retainOnAws({ months, isDryRun }: RetentionOptions): Promise<DroppedCounts> {
  const answers = await callOnAws({ operation: 'retain', months, isDryRun });
  const last = answers.at(-1);
  if (!last || last.more) throw new Error('The function on AWS answered no counts.');
  return last.dropped;
}

async function retainHere(horizon: string, isDryRun: boolean): Promise<DroppedCounts> {
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
  async run(options) {
    const { months, isDryRun } = options;
    const horizon = horizonAfter(months, new Date());
    const { partitions, events, quarantined, objects } = await (options.isOnAws
      ? retainOnAws(options)
      : retainHere(horizon, isDryRun));
    const count = (number: number) => number.toLocaleString('en');
    console.log(
      `${isDryRun ? 'Would drop' : 'Dropped'} what is older than ${horizon}: ${count(events)} events ` +
        `(${partitions} monthly partitions), ${count(quarantined)} quarantined lines, ` +
        `${count(objects)} objects of the manifest.`,
    );
    return 0;
  },
});
