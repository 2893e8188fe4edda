import { runCommand } from '@clickstream/command-line';
import { progressBar } from '@clickstream/command-line/progress-bar';
import { compact, lakeBucket, planCompaction } from '@clickstream/lake';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';
import { createS3Client } from '@clickstream/warehouse-load/reading';
import { connectTo } from '@clickstream/warehouse-load/warehouse';
import { COMPACT_HELP, type CompactOptions, compactOptions } from './compact/compact-options';
import { compactedLine, planLine } from './compact/summary';
import { readLakeConfig } from './config';

/** PostgreSQL's value for no limit: a day of many events may take any time. */
const NO_LIMIT = 0;

async function compactWithProgress({ range, isDryRun }: CompactOptions): Promise<string> {
  readLocalEnv();
  const config = readLakeConfig(process.env);
  const client = await connectTo(config.warehouseUrl, NO_LIMIT);
  const s3 = createS3Client(config.forcePathStyle);
  const bar = progressBar('{bar} {value}/{total} days | {duration_formatted}');
  try {
    const bucket = lakeBucket(s3, config.bucket);
    const compaction = { client, bucket, range, now: new Date() };
    if (isDryRun) return planLine(await planCompaction(compaction));
    const onDay = (done: number, of: number) => (done === 0 ? bar.start(of, 0) : bar.update(done));
    return compactedLine(await compact({ ...compaction, onDay }));
  } finally {
    bar.stop();
    s3.destroy();
    await client.end();
  }
}

void runCommand({
  call: 'npm run compact --',
  help: COMPACT_HELP,
  failure: 'The compaction stopped',
  read: compactOptions,
  async run(options) {
    console.log(await compactWithProgress(options));
    return 0;
  },
});
