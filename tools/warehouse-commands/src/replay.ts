import { progressBar } from '@clickstream/command-line/progress-bar';
import { readConfig } from './config';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';
import { addReturnHosts } from '@clickstream/warehouse-load';
import { createS3Client, s3RawSource } from '@clickstream/warehouse-load/reading';
import { connectTo, tryRunLock, waitForTurn } from '@clickstream/warehouse-load/warehouse';
import {
  countOpenLines,
  countRejectedLines,
  replay,
  type ReplayCounts,
} from '@clickstream/warehouse-maintenance';
import { REPLAY_HELP, replayOptions, type ReplayOptions } from './replay/replay-options';
import { runCommand } from '@clickstream/command-line';
import { callOnAws } from './on-aws/call-on-aws';

async function replayOnAws({ filter, isDryRun }: ReplayOptions): Promise<ReplayCounts> {
  const answers = await callOnAws({ operation: 'replay', filter, isDryRun });
  const sum = (name: keyof ReplayCounts) => answers.reduce((total, { counts }) => total + counts[name], 0);
  return {
    loaded: sum('loaded'),
    duplicates: sum('duplicates'),
    dropped: sum('dropped'),
    left: sum('left'),
  };
}

async function replayHere(options: ReplayOptions): Promise<ReplayCounts> {
  readLocalEnv();
  const config = readConfig(process.env);
  addReturnHosts(config.returnHosts);
  const client = await connectTo(config.warehouseUrl);
  const bucket = createS3Client(config.forcePathStyle);
  const bar = progressBar('{bar} {value}/{total} lines | {duration_formatted}');
  let isStopped = false;
  process.once('SIGINT', () => (isStopped = true));
  try {
    if (!options.isDryRun) await waitForTurn(() => tryRunLock(client));
    const { filter } = options;
    bar.start((await countOpenLines(client, filter)) + (await countRejectedLines(client, filter)), 0);
    return await replay({
      ...options,
      client,
      source: s3RawSource(bucket, config.bucket),
      isStopped: () => isStopped,
      onProgress: (lines) => bar.update(lines),
    });
  } finally {
    bar.stop();
    bucket.destroy();
    await client.end();
  }
}

void runCommand({
  call: 'npm run replay --',
  help: REPLAY_HELP,
  failure: 'The replay stopped',
  read: replayOptions,
  async run(options) {
    const { loaded, duplicates, dropped, left } = await (options.isOnAws
      ? replayOnAws(options)
      : replayHere(options));
    const count = (lines: number) => lines.toLocaleString('en');
    console.log(
      `${options.isDryRun ? 'Would replay' : 'Replayed'} ${count(loaded + duplicates + dropped)} of ` +
        `${count(loaded + duplicates + dropped + left)} quarantined and rejected lines: ${count(loaded)} loaded, ` +
        `${count(duplicates)} duplicates${dropped > 0 ? `, ${count(dropped)} erased or expired` : ''}; ` +
        `${count(left)} cannot be read yet.`,
    );
    return 0;
  },
});
