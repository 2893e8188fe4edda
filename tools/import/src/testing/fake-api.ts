import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** An API that accepts events and records what it received. */
export interface FakeApi {
  readonly url: string;
  readonly bodies: string[];
  /** Answers the next requests with these statuses instead of 202. */
  readonly failures: number[];
  /** True for an event that is rejected. */
  // eslint-disable-next-line members/readonly-properties -- Tests set it.
  rejects: (event: Record<string, unknown>) => boolean;
  close(): Promise<void>;
}

/** Starts one on a free port. */
export async function startFakeApi(): Promise<FakeApi> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const failure = api.failures.shift();
      if (failure !== undefined) return response.writeHead(failure).end('{}');
      api.bodies.push(body);
      const events = JSON.parse(body) as Record<string, unknown>[];
      const rejected = events
        .map((event, index) => ({ event, index }))
        .filter(({ event }) => api.rejects(event))
        .map(({ event, index }) => ({ index, eventId: event['eventId'], reason: 'the test rejects it' }));
      return response
        .writeHead(202, { 'content-type': 'application/json' })
        .end(JSON.stringify({ accepted: events.length - rejected.length, rejected }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const api: FakeApi = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies: [],
    failures: [],
    rejects: () => false,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return api;
}
