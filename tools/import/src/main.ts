import { writeFileSync } from 'node:fs';
import { apiUrl, DeliveryError } from '@clickstream/shopper-simulator';
import { SingleBar } from 'cli-progress';
import { HELP, readCommand, type Command } from './command-line';
import { formatOf } from './format-of';
import { importFile } from './import-file';
import { newReceipt, summaryOf, type Receipt } from './receipt';
import { openRows } from './rows/read-rows';
import { UsageError } from './usage-error';

const NO_API =
  'There is no API to send events to. Start the local cloud with "npm start", or pass --api <url>.';

/** Imports, and writes the receipt also of an import that stops. */
async function run(command: Command): Promise<Receipt> {
  const api = command.isDryRun ? undefined : (command.api ?? apiUrl());
  if (api === undefined && !command.isDryRun) throw new UsageError(NO_API);
  const source = await openRows(command.file);
  const receipt = newReceipt(command.file, command.format, api);
  const bar = new SingleBar({ format: '{bar} {percentage} % | {events} events | {duration_formatted}' });
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
async function main(args: string[]): Promise<number> {
  try {
    const command = readCommand(args);
    if (command === 'help') {
      console.log(HELP);
      return 0;
    }
    const receipt = await run(command);
    console.log(`${summaryOf(receipt)} The receipt is ${command.receipt}.`);
    return receipt.rejected > 0 || Object.keys(receipt.skippedRows).length > 0 ? 1 : 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const isUsage = error instanceof UsageError;
    const again =
      error instanceof DeliveryError ? ' Run it again: what has arrived is not counted twice.' : '';
    console.error(
      isUsage ? `${reason} See npm run import -- --help.` : `The import stopped: ${reason}${again}`,
    );
    return isUsage ? 2 : 1;
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
