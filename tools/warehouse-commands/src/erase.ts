import { writeFile } from 'node:fs/promises';
import { progressBar } from '@clickstream/command-line/progress-bar';
import { readAdminUrl, readConfig } from './config';
import { erase } from './erase/erase';
import { ERASE_HELP, eraseOptions, type EraseOptions } from './erase/erase-options';
import { openRawBucket } from './erase/bucket/raw-bucket';
import { receiptLine, type Receipt } from './erase/receipt';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';
import { createS3Client } from '@clickstream/warehouse-load/reading';
import { connectTo, tryRunLock, waitForTurn } from '@clickstream/warehouse-load/warehouse';
import { runCommand } from '@clickstream/command-line';

/** The exit code when objects could not be read. */
const NOT_ALL_READ = 3;

/** PostgreSQL's value for no limit: computing all facts may take any time. */
const NO_LIMIT = 0;

async function eraseWithProgress({ subject, everywhere }: EraseOptions): Promise<Receipt> {
  readLocalEnv();
  const config = readConfig(process.env);
  const client = await connectTo(readAdminUrl(), NO_LIMIT);
  const s3 = createS3Client(config.forcePathStyle);
  const bar = progressBar('{bar} {value}/{total} objects | {events} events left | {duration_formatted}');
  try {
    await waitForTurn(() => tryRunLock(client));
    bar.start(0, 0, { events: 0 });
    const receipt = await erase({
      client,
      bucket: await openRawBucket(s3, config.bucket),
      subject,
      everywhere,
      now: new Date(),
      onObjects(read, listed) {
        bar.setTotal(listed);
        bar.update(read);
      },
      onEvents: (events) => bar.update({ events: events.toLocaleString('en') }),
    });
    // Deleted rows stay in the files of PostgreSQL until they are cleaned.
    await client.query('VACUUM');
    return receipt;
  } finally {
    bar.stop();
    s3.destroy();
    await client.end();
  }
}

void runCommand({
  call: 'npm run erase --',
  help: ERASE_HELP,
  failure: 'Not everything is erased: run it again. It stopped because',
  read: eraseOptions,
  async run(options) {
    const receipt = await eraseWithProgress(options);
    if (options.receipt) await writeFile(options.receipt, `${JSON.stringify(receipt, null, 2)}\n`);
    for (const reason of receipt.failed) console.error(`Not rewritten: ${reason}`);
    for (const { key, reason } of receipt.notRead.named) console.error(`Not read: ${key}: ${reason}`);
    console.log(receiptLine(receipt));
    if (receipt.failed.length > 0) return 1;
    return receipt.notRead.objects > 0 ? NOT_ALL_READ : 0;
  },
});
