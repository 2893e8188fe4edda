import { writeFile } from 'node:fs/promises';
import { progressBar } from '@clickstream/command-line/progress-bar';
import { readAdminUrl, readConfig, readShopUrl } from './config';
import { eraseInShop, SHOP_IS_LEFT, shopLine } from './erase/erase-in-shop';
import { ERASE_HELP, eraseOptions, type EraseOptions } from './erase/erase-options';
import { lakeBucket } from '@clickstream/lake';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';
import { createS3Client } from '@clickstream/warehouse-load/reading';
import { connectTo, tryRunLock, waitForTurn } from '@clickstream/warehouse-load/warehouse';
import { erase, openRawBucket, receiptLine, type Receipt } from '@clickstream/warehouse-maintenance';
import { runCommand } from '@clickstream/command-line';
import { callOnAws } from './on-aws/call-on-aws';

/** The exit code when objects could not be read. */
const NOT_ALL_READ = 3;

/** The exit code when the facts are too many for the function on AWS. */
const FACTS_LEFT = 4;

/** PostgreSQL's value for no limit: computing all facts may take any time. */
const NO_LIMIT = 0;

async function eraseOnAws({ subject, everywhere }: EraseOptions): Promise<Receipt> {
  const answers = await callOnAws({ operation: 'erase', subject, everywhere });
  const last = answers.at(-1);
  if (!last || last.more) throw new Error('The function on AWS answered no receipt.');
  console.error(`The receipt is ${last.receiptKey} in the bucket of raw objects.`);
  return last.receipt;
}

async function eraseHere({ subject, everywhere }: EraseOptions): Promise<Receipt> {
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
      lake: lakeBucket(s3, config.bucket),
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
    if (!options.isOnAws) readLocalEnv();
    const shopUrl = readShopUrl();
    // First, so that no event that waits there arrives after the erasure.
    if (shopUrl) console.log(shopLine(await eraseInShop(shopUrl, options.subject)));
    else console.error(SHOP_IS_LEFT);
    const receipt = await (options.isOnAws ? eraseOnAws(options) : eraseHere(options));
    if (options.receipt) await writeFile(options.receipt, `${JSON.stringify(receipt, null, 2)}\n`);
    for (const reason of receipt.failed) console.error(`Not rewritten: ${reason}`);
    for (const { key, reason } of receipt.notRead.named) console.error(`Not read: ${key}: ${reason}`);
    console.log(receiptLine(receipt));
    if (receipt.lake.days.length > 0)
      console.log(
        `Removed the days from the lake that have changed: ${receipt.lake.days.join(', ')}. npm run compact writes them again.`,
      );
    if (receipt.history.days.length > 0)
      console.log(
        `Rewrote days of the lake that the warehouse no longer has: ${receipt.history.days.join(', ')}. ` +
          'Sums of hours from before then still count the events, and name nobody.',
      );
    if (receipt.failed.length > 0) return 1;
    if (receipt.notRead.objects > 0) return NOT_ALL_READ;
    return receipt.factsLeft ? FACTS_LEFT : 0;
  },
});
