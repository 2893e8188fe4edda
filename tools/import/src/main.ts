import { writeFileSync } from 'node:fs';
import { runCommand, UsageError } from '@clickstream/command-line';
import { progressBar } from '@clickstream/command-line/progress-bar';
import { apiUrl, DeliveryError } from '@clickstream/shopper-simulator';
import { HELP, readCommand, type Command } from './command-line';
import { formatOf } from './format-of';
import { importFile } from './import-file';
import { newReceipt, summaryOf, type Receipt } from './receipt';
import { openRows } from './rows/read-rows';

const NO_API =
  'There is no API to send events to. Start the local cloud with "npm start", or pass --api <url>.';

/** Imports, and writes the receipt also of an import that stops. */
async function run(command: Command): Promise<Receipt> {
  const api = command.isDryRun ? undefined : (command.api ?? apiUrl());
  if (api === undefined && !command.isDryRun) throw new UsageError(NO_API);
  const source = await openRows(command.file);
  const receipt = newReceipt(command.file, command.format, api);
  const bar = progressBar('{bar} {percentage} % | {events} events | {duration_formatted}');
  bar.start(100, 0, { events: 0 });
  try {
    await importFile(
      {
        source,
        format: formatOf(command.format, command),
        api,
        concurrency: command.concurrency,
        onProgress: (part, events) =>
          bar.update(Math.floor(part * 100), { events: events.toLocaleString('en') }),
      },
      receipt,
    );
  } finally {
    bar.stop();
    receipt.finishedAt = new Date().toISOString();
    writeFileSync(command.receipt, `${JSON.stringify(receipt, null, 2)}\n`);
  }
  return receipt;
}

/** @returns the exit code */
async function importWith(command: Command): Promise<number> {
  const receipt = await run(command).catch((error: unknown) => {
    if (!(error instanceof DeliveryError)) throw error;
    throw new Error(`${error.message} Run it again: what has arrived is not counted twice.`, {
      cause: error,
    });
  });
  console.log(`${summaryOf(receipt)} The receipt is ${command.receipt}.`);
  return receipt.rejected > 0 || Object.keys(receipt.skippedRows).length > 0 ? 1 : 0;
}

void runCommand({
  call: 'npm run import --',
  help: HELP,
  failure: 'The import stopped',
  read: readCommand,
  run: importWith,
});
