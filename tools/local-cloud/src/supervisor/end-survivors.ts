import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessRecords } from './process-records';

/**
 * PostgreSQL takes SIGINT as "roll back what is open and stop"; every
 * other service stops at it too.
 */
const POLITE: NodeJS.Signals = 'SIGINT';

/**
 * Ends processes that an earlier run of the local cloud left running, with SIGINT first. Number and
 * start time have to match the record, so a process that only has the same number is never ended.
 *
 * @returns the services that were still there
 */
export async function endSurvivors(
  records: ProcessRecords,
  patienceMilliseconds = 20_000,
): Promise<string[]> {
  const found = records.survivors();
  for (const { pid } of found) send(pid, POLITE);
  const deadline = Date.now() + patienceMilliseconds;
  while (records.survivors().length > 0 && Date.now() < deadline) await sleep(100);
  for (const { pid } of records.survivors()) send(pid, 'SIGKILL');
  while (records.survivors().length > 0 && Date.now() < deadline + 5000) await sleep(50);
  return [...new Set(found.map(({ service }) => service))];
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in the meantime.
  }
}
