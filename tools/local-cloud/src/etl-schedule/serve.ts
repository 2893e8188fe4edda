import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { localBooks } from '../books/close-local-books';
import { localOutbox } from '../outbox/deliver-local-orders';
import { readScheduleConfig } from './config';
import { DEADLINE_MILLISECONDS, lambdaContext, runUntilDone, type EtlHandler } from './run-until-done';

/**
 * The program of the ETL's process: the ETL Lambda's bundle, run at an interval as by EventBridge
 * Scheduler, after the delivery of the shop's own events and the close of its books. With `--once`
 * it runs until nothing is left and ends. Each result is one JSON line.
 */
async function serve(): Promise<void> {
  const { etlBundle, intervalSeconds, books, outbox } = readScheduleConfig(process.env);
  const { handler } = createRequire(import.meta.url)(etlBundle) as { handler: EtlHandler };
  // Lambda ends a function that is still at work at its deadline; the supervisor then
  // starts this process again.
  const runInTime: EtlHandler = async (event, context) => {
    const deadline = setTimeout(() => process.exit(1), DEADLINE_MILLISECONDS);
    return handler(event, context).finally(() => clearTimeout(deadline));
  };
  const closeBooks = localBooks(books);
  const deliverOrders = localOutbox(outbox);
  const run = async () => {
    // Events that ingest does not take now wait in the outbox.
    await deliverOrders().catch((error: Error) => process.stderr.write(`Outbox: ${error.message}\n`));
    // Books that cannot be closed now are closed before the next run.
    await closeBooks().catch((error: Error) => process.stderr.write(`Books: ${error.message}\n`));
    const result = await runUntilDone(runInTime, () => lambdaContext(randomUUID()));
    process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...result })}\n`);
  };
  if (process.argv.includes('--once')) {
    await run();
    // Lambda freezes a function with its connections open; here they would keep the process.
    process.exit(0);
  }
  for (;;) {
    // The next run repeats what a failed one could not do.
    await run().catch((error: Error) => process.stderr.write(`${error.stack ?? error.message}\n`));
    await sleep(intervalSeconds * 1000);
  }
}

serve().catch((error: Error) => {
  process.stderr.write(`${error.stack ?? error.message}\n`);
  process.exit(1);
});
