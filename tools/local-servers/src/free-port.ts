import { createServer } from 'node:net';

// Below the range that Linux and macOS use for outgoing connections, so that none of those takes
// the port between this check and its use.
const FIRST = 15_000;
const LAST = 31_999;

/** Tests if nothing on this machine listens on the port, by listening there for a moment. */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * A TCP port of 127.0.0.1 on which nothing listens. Another process can still take
 * it before the caller does.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST + 1));
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No free port between ${FIRST} and ${LAST} on 127.0.0.1.`);
}

/**
 * The port to listen on: the wished one, or any free one.
 *
 * @throws Error naming the port when something listens there already
 */
export async function claimPort(wished: number | undefined): Promise<number> {
  if (wished === undefined) return freePort();
  if (await isPortFree(wished)) return wished;
  throw new Error(`Port ${wished} of 127.0.0.1 is taken.`);
}
