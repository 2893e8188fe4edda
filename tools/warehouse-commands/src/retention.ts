import { progressBar } from '@clickstream/command-line/progress-bar';
import { lakeBucket } from '@clickstream/lake';
import { createS3Client } from '@clickstream/warehouse-load/reading';
import { readAdminUrl, readBucketConfig } from './config';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';
import { connectTo, horizonAfter, tryRunLock, waitForTurn } from '@clickstream/warehouse-load/warehouse';
import { retain, type DroppedCounts } from '@clickstream/warehouse-maintenance';
import { RETENTION_HELP, retentionOptions, type RetentionOptions } from './retention/retention-options';
import { runCommand } from '@clickstream/command-line';
import { callOnAws } from './on-aws/call-on-aws';

/** PostgreSQL's value for no limit: facts of many events may take any time. */
const NO_LIMIT = 0;

async function retainOnAws({ months, lakeMonths, isDryRun }: RetentionOptions): Promise<DroppedCounts> {
  const answers = await callOnAws({ operation: 'retain', months, lakeMonths, isDryRun });
  const last = answers.at(-1);
  if (!last || last.more) throw new Error('The function on AWS answered no counts.');
  return last.dropped;
}

async function retainHere(
  { months, lakeMonths, isDryRun }: RetentionOptions,
  now: Date,
): Promise<DroppedCounts> {
  readLocalEnv();
  const config = readBucketConfig(process.env);
  const s3 = createS3Client(config.forcePathStyle);
  const client = await connectTo(readAdminUrl(), NO_LIMIT);
  const bar = progressBar('{bar} {percentage} % {note} | {duration_formatted}');
  try {
    await waitForTurn(() => tryRunLock(client));
    bar.start(100, 0, { note: '' });
    const dropped = await retain({
      client,
      horizon: horizonAfter(months, now),
      isDryRun,
      lake: { bucket: lakeBucket(s3, config.bucket), from: horizonAfter(lakeMonths, now), now },
      onProgress: (fraction, note) => bar.update(Math.floor(fraction * 100), { note }),
    });
    if (!dropped) throw new Error('The retention ended before the lake was up to date.');
    return dropped;
  } finally {
    bar.stop();
    s3.destroy();
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
    const now = new Date();
    const horizon = horizonAfter(months, now);
    const { partitions, events, quarantined, objects } = await (options.isOnAws
      ? retainOnAws(options)
      : retainHere(options, now));
    const count = (number: number) => number.toLocaleString('en');
    console.log(
      `${isDryRun ? 'Would drop' : 'Dropped'} what is older than ${horizon}: ${count(events)} events ` +
        `(${partitions} monthly partitions), ${count(quarantined)} quarantined lines, ` +
        `${count(objects)} objects of the manifest.`,
    );
    return 0;
  },
});
