import type { IngestAnswer, RequestEnvelope } from '@clickstream/event-schema';
import { postEvents } from './post-events';
import type { SimulatedRequest } from './requests';

/** `POST /clickstream`, the same way as a browser's beacon. */
export interface ClickstreamApi {
  /**
   * Posts a request, repeatedly while the API is too busy or broken.
   *
   * @throws {DeliveryError} when it stays busy or broken, or refuses the request as a whole
   */
  post(request: SimulatedRequest): Promise<IngestAnswer>;
}

/** @param baseUrl the API's address, such as `http://127.0.0.1:4300` */
export function clickstreamApi(baseUrl: string, firstPause?: number): ClickstreamApi {
  const url = new URL('/clickstream', baseUrl);
  return {
    post({ userAgent, events }) {
      const bodyNow = () => {
        const body: RequestEnvelope = { sentAt: new Date().toISOString(), events };
        return JSON.stringify(body);
      };
      return postEvents(url, userAgent, bodyNow, firstPause);
    },
  };
}
