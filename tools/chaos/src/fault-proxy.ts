import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const FAULTS = ['busy', 'cut off', 'reset'] as const;

/** Faults of an answer. */
export type Fault = (typeof FAULTS)[number];

const BUSY =
  '<?xml version="1.0"?><Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>';

/** An S3 server that hands everything on to a real one, and often fails at it. */
export interface FaultProxy {
  readonly url: string;
  /** Faults so far. */
  readonly faults: Readonly<Record<Fault, number>>;
  /** From now on nothing fails any more. */
  behave(): void;
  stop(): Promise<void>;
}

/**
 * Starts a proxy on a free port of 127.0.0.1.
 *
 * @param target address of the real server
 * @param every which answer fails: every eleventh, say, in each way in turn
 */
export async function startFaultProxy(target: string, every: number): Promise<FaultProxy> {
  const faults: Record<Fault, number> = { busy: 0, 'cut off': 0, reset: 0 };
  let behaves = false;
  let answers = 0;
  const next = (): Fault | undefined => {
    answers += 1;
    if (behaves || answers % every !== 0) return undefined;
    const fault = FAULTS[(answers / every) % FAULTS.length];
    if (fault) faults[fault] += 1;
    return fault;
  };
  const server = createServer((incoming, outgoing) => {
    const fault = next();
    incoming.on('error', () => undefined);
    outgoing.on('error', () => undefined);
    if (fault === 'busy') {
      incoming.resume();
      outgoing.writeHead(503, { 'content-type': 'application/xml' }).end(BUSY);
    } else if (fault === 'reset') {
      incoming.socket.resetAndDestroy();
    } else {
      handOn(target, incoming, outgoing, fault === 'cut off');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    behave: () => void (behaves = true),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param isCutOff whether the answer ends in the middle of its body */
function handOn(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  isCutOff: boolean,
): void {
  const fail = () => void outgoing.destroy();
  // The signature covers the Host header, which is passed on as it came.
  const onward = request(
    `${target}${incoming.url}`,
    { method: incoming.method ?? 'GET', headers: incoming.headers },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', fail);
      if (!isCutOff) {
        answer.pipe(outgoing);
        return;
      }
      answer.once('data', (part: Buffer) => {
        answer.destroy();
        outgoing.write(part.subarray(0, part.length / 2), fail);
      });
      answer.once('end', fail);
    },
  );
  onward.on('error', fail);
  incoming.pipe(onward);
}
