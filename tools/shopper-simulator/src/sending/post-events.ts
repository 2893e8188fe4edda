import { setTimeout as wait } from 'node:timers/promises';
import type { IngestAnswer } from '@clickstream/event-schema';

/** The API did not accept a request, after all tries. */
export class DeliveryError extends Error {
  override name = 'DeliveryError';
}

const ATTEMPTS = 6;
const FIRST_PAUSE = 200;
const TIMEOUT = 30_000;

/**
 * Posts events to the API, repeatedly while it is too busy or broken.
 *
 * @param bodyNow makes a new body for each attempt, since it may contain the time of sending
 * @throws {DeliveryError} when it stays busy or broken, or refuses the request as a whole
 */
export async function postEvents(
  url: URL,
  userAgent: string,
  bodyNow: () => string,
  firstPause = FIRST_PAUSE,
): Promise<IngestAnswer> {
  let trouble = '';
  for (let tries = 0; tries < ATTEMPTS; tries += 1) {
    if (tries > 0) await wait(firstPause * 2 ** (tries - 1));
    const answer = await attempt(url, userAgent, bodyNow());
    if (typeof answer === 'string') {
      trouble = answer;
    } else if (answer.ok) {
      return (await answer.json()) as IngestAnswer;
    } else {
      trouble = `${answer.status} ${(await answer.text()).slice(0, 200)}`;
      if (answer.status < 500 && answer.status !== 429) break;
    }
  }
  throw new DeliveryError(`${url.href} did not take the events: ${trouble}`);
}

async function attempt(url: URL, userAgent: string, body: string): Promise<Response | string> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain;charset=UTF-8', 'user-agent': userAgent },
      body,
      signal: AbortSignal.timeout(TIMEOUT),
    });
  } catch (error) {
    const { cause, message } = error as { cause?: { code?: string; message: string }; message: string };
    return cause?.code ?? cause?.message ?? message;
  }
}
