import { setTimeout as sleep } from 'node:timers/promises';

/** A busy build machine is slow; a person waits a minute at most. */
const PATIENCE_MS = 120_000;

/**
 * Asks repeatedly until the answer is the expected one.
 *
 * @throws Error with the last answer once patience is over
 */
export async function eventually<T>(ask: () => Promise<T>, isAwaited: (answer: T) => boolean): Promise<T> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (isAwaited(answer)) return answer;
    if (Date.now() > giveUpAt)
      throw new Error(`Waited in vain; the last answer was ${JSON.stringify(answer)}`);
    await sleep(500);
  }
}
