import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { messageOf } from '@clickstream/command-line';
import type { AwsAnswer, AwsRequest, Emulator, StandIn } from './stand-in';

/** An emulator with stand-ins for what it cannot do. */
export interface RehearsalCloud {
  /** Its address, for `AWS_ENDPOINT_URL`. */
  readonly url: string;
  /** Number of answers of each stand-in. */
  readonly answers: ReadonlyMap<StandIn, number>;
  close(): Promise<void>;
}

/**
 * Starts a server that passes requests to the emulator, except for those that a stand-in answers.
 *
 * @param emulatorUrl such as `http://localhost:5001`
 */
export async function startRehearsalCloud(
  emulatorUrl: string,
  standIns: readonly StandIn[],
): Promise<RehearsalCloud> {
  const answers = new Map(standIns.map((standIn) => [standIn, 0]));
  const emulator = emulatorAt(emulatorUrl);
  const answerOf = async (request: AwsRequest): Promise<AwsAnswer & { headers?: OutgoingHttpHeaders }> => {
    for (const standIn of standIns) {
      const answer = await standIn.answer(request, emulator);
      if (!answer) continue;
      if (!answer.isOfEmulator) answers.set(standIn, (answers.get(standIn) ?? 0) + 1);
      return answer;
    }
    return emulator(request);
  };
  const server = createServer((incoming, response) => {
    void requestOf(incoming)
      .then(answerOf)
      .catch((error: unknown) => ({ status: 500, type: 'text/plain', body: messageOf(error), headers: {} }))
      .then(({ status, type, body, headers = {} }) => {
        response.writeHead(status, { 'content-type': type, ...headers }).end(body);
      });
  });
  await listen(server);
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    answers,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const listen = (server: Server) =>
  new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => done());
  });

const requestOf = async (incoming: IncomingMessage): Promise<AwsRequest> => ({
  method: incoming.method ?? 'GET',
  path: incoming.url ?? '/',
  headers: incoming.headers,
  body: await buffer(incoming),
});

/** The bytes are whole on both sides, so their length replaces the encoding of the transfer. */
const OF_ONE_CONNECTION = new Set(['connection', 'transfer-encoding', 'content-length', 'keep-alive']);

function emulatorAt(url: string): Emulator {
  const { hostname, port } = new URL(url);
  return ({ method, path, headers, body }) =>
    new Promise((done, failed) => {
      const kept = Object.entries(headers).filter(([name]) => !OF_ONE_CONNECTION.has(name));
      const options = { hostname, port, method, path };
      const sent = httpRequest(
        { ...options, headers: { ...Object.fromEntries(kept), 'content-length': body.length } },
        (answer) => {
          buffer(answer).then((bytes) => {
            const back = Object.entries(answer.headers).filter(([name]) => !OF_ONE_CONNECTION.has(name));
            done({
              status: answer.statusCode ?? 502,
              type: answer.headers['content-type'] ?? 'application/octet-stream',
              body: bytes,
              ...{ headers: Object.fromEntries(back) },
            });
          }, failed);
        },
      );
      sent.once('error', failed);
      sent.end(body);
    });
}
