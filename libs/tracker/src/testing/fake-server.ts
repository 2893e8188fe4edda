import type { ClickstreamEvent } from '@clickstream/event-schema';

/** A request that reached the fake server. */
export interface ReceivedRequest {
  readonly by: 'fetch' | 'beacon';
  readonly url: string;
  readonly body: string;
  readonly sentAt: string;
  readonly events: readonly ClickstreamEvent[];
  /** The arguments of the calls of `fetch`. */
  readonly init?: RequestInit;
}

/** The outcome of a request. */
export type FakeAnswer = number | 'offline' | FullAnswer;

interface FullAnswer {
  readonly status: number;
  readonly retryAfter?: string;
  /** Default: every event is accepted. `broken` is not JSON. */
  readonly body?: unknown;
}

/** A fake of the page's network: `fetch` and `navigator.sendBeacon`. */
export interface FakeServer {
  readonly requests: ReceivedRequest[];
  /** The next answers. When they are used up, every event is accepted. */
  readonly answers: FakeAnswer[];
  /** The number of beacons that the browser still accepts. */
  beaconsAllowed: number;
  /** Names of all events received, in order. */
  eventNames(): string[];
}

/** Replaces the page's network until the test file ends. */
export function installFakeServer(): FakeServer {
  const server: FakeServer = {
    requests: [],
    answers: [],
    beaconsAllowed: Number.POSITIVE_INFINITY,
    eventNames: () => server.requests.flatMap(({ events }) => events.map((event) => event.eventName)),
  };
  const receive = (by: ReceivedRequest['by'], url: string, body: string, init?: RequestInit) => {
    const { sentAt, events } = JSON.parse(body) as Pick<ReceivedRequest, 'sentAt' | 'events'>;
    server.requests.push({ by, url, body, sentAt, events, init });
    return events;
  };
  const fetch = async (url: string, init: RequestInit) => {
    const events = receive('fetch', url, String(init.body), init);
    const answer = server.answers.shift() ?? 202;
    if (answer === 'offline') throw new TypeError('Failed to fetch');
    const allAccepted = { accepted: events.length, rejected: [] };
    const given: FullAnswer = typeof answer === 'number' ? { status: answer } : answer;
    const { status, retryAfter, body } = { body: allAccepted, ...given };
    return answerOf(status, retryAfter, body);
  };
  const sendBeacon = (url: string, body: string) => {
    if (server.beaconsAllowed <= 0) return false;
    server.beaconsAllowed -= 1;
    receive('beacon', url, body);
    return true;
  };
  Object.assign(globalThis, { fetch });
  Object.defineProperty(navigator, 'sendBeacon', { value: sendBeacon, configurable: true });
  return server;
}

/** The part of a `Response` that the tracker reads; jsdom has none. */
function answerOf(status: number, retryAfter: string | undefined, body: unknown) {
  return {
    status,
    ok: status >= 200 && status < 300,
    headers: { get: (name: string) => (name === 'retry-after' ? (retryAfter ?? null) : null) },
    json: async () => {
      if (body === 'broken') throw new SyntaxError('Unexpected end of JSON input');
      return body;
    },
  };
}
