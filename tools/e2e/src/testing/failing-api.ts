import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The API, behind an address that fails sometimes. */
export interface FailingApi {
  readonly url: string;
  /** Requests with events that were answered 503, and never reached the API. */
  readonly failures: () => number;
  close(): Promise<void>;
}

/**
 * A proxy between pages and the API. It answers some requests like an API that has stored nothing,
 * and forwards the others and every preflight unchanged.
 *
 * @param fails whether the request with events of this number, from 1, fails
 */
export async function openFailingApi(apiUrl: string, fails: (post: number) => boolean): Promise<FailingApi> {
  let posts = 0;
  let failures = 0;
  const server = createServer((request, response) => {
    if (request.method === 'POST' && fails((posts += 1))) {
      failures += 1;
      return fail(request, response);
    }
    handOn(request, response, apiUrl);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failures: () => failures,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function fail(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response
    .writeHead(503, {
      'access-control-allow-origin': request.headers.origin ?? '',
      'access-control-allow-credentials': 'true',
    })
    .end();
}

function handOn(request: IncomingMessage, response: ServerResponse, apiUrl: string): void {
  const { method, headers, url = '/' } = request;
  const onward = ask(new URL(url, apiUrl), { method, headers }, (answer) => {
    answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers));
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}
