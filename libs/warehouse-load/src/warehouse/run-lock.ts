import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase } from 'pg';

/** Runs take turns: only the holder of this database lock changes events. */
export const RUN_LOCK = 7_215_003;

/** A run of the Lambda takes 15 minutes at most. */
const LONGEST_WAIT_MS = 30 * 60_000;

/** True when this connection now holds the run lock; it keeps it until it closes. */
export async function tryRunLock(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [
    RUN_LOCK,
  ]);
  return rows[0]?.held === true;
}

/**
 * Waits until no other run is at work, and makes others wait from then on.
 *
 * @param tryLock takes the lock if it is free
 * @param onWait called once, when another run is at work
 * @throws Error when the wait is longer than any run takes
 */
export async function waitForTurn(
  tryLock: () => Promise<boolean>,
  onWait: (line: string) => void = (line) => console.error(line),
): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  for (let tries = 0; !(await tryLock()); tries++) {
    if (tries === 0) onWait('Another run is at work: waiting for it to end.');
    if (Date.now() > deadline)
      throw new Error(
        'Waited half an hour for another run to release its lock. Look at the log of that run.',
      );
    await sleep(500);
  }
}
