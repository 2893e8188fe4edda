import { setTimeout as wait } from 'node:timers/promises';
import type { IngestAnswer, RequestEnvelope } from '@clickstream/event-schema';
import type { SimulatedRequest } from './requests';

/** The API did not take a request, however often it was asked. */
export class DeliveryError extends Error {
  override name = 'DeliveryError';
}

const ATTEMPTS = 6;
const FIRST_PAUSE = 200;
const TIMEOUT = 30_000;

/** `POST /clickstream`, the same way as a browser's beacon. */
export interface ClickstreamApi {
  /**
   * Posts a request, again and again while the API is too busy or broken.
   *
   * @throws {DeliveryError} when it stays so, or when the API refuses the request as a whole
   */
  post(request: SimulatedRequest): Promise<IngestAnswer>;
}

/** @param baseUrl the API's address, such as `http://127.0.0.1:4300` */
export function clickstreamApi(baseUrl: string, firstPause = FIRST_PAUSE): ClickstreamApi {
  const url = new URL('/clickstream', baseUrl);

  async function attempt({ userAgent, events }: SimulatedRequest): Promise<Response | string> {
    const body: RequestEnvelope = { sentAt: new Date().toISOString(), events };
    try {
      return await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'text/plain;charset=UTF-8', 'user-agent': userAgent },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT),
      });
    } catch (error) {
      const { cause, message } = error as { cause?: { code?: string; message: string }; message: string };
      return cause?.code ?? cause?.message ?? message;
    }
  }

  return {
    async post(request) {
      let trouble = '';
      for (let tries = 0; tries < ATTEMPTS; tries += 1) {
        if (tries > 0) await wait(firstPause * 2 ** (tries - 1));
        const answer = await attempt(request);
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
    },
  };
}
