import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 60_000;

/**
 * Asks again until the answer is what is waited for.
 *
 * @throws Error with the last answer after a minute
 */
export async function eventually<T>(ask: () => Promise<T>, isAwaited: (answer: T) => boolean): Promise<T> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (isAwaited(answer)) return answer;
    if (Date.now() > giveUpAt)
      throw new Error(`Waited a minute; the last answer was ${JSON.stringify(answer)}`);
    await sleep(500);
  }
}
