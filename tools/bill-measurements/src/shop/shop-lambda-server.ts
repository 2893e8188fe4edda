import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The shop's Lambda at a local address, which counts its calls. */
export interface ShopLambdaServer {
  readonly url: string;
  readonly calls: () => number;
  /**
   * Seconds of a core for a call: the last calls are made again one after the other, since this
   * process does other work, too.
   */
  coreSecondsPerCall(): Promise<number>;
  reset(): void;
  stop(): void;
}

type Handler = (request: unknown) => Promise<unknown>;

/** Calls that are made again. */
const AGAIN = 300;

/** Serves the bundle of the shop's Lambda as the API of AWS Lambda does. */
export async function serveShopLambda(bundle: string): Promise<ShopLambdaServer> {
  const { handler } = createRequire(import.meta.url)(bundle) as { readonly handler: Handler };
  let bodies: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      bodies.push(body);
      const answer = await handler(JSON.parse(body));
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: () => bodies.length,
    async coreSecondsPerCall() {
      const last = bodies.slice(-AGAIN);
      const start = process.cpuUsage();
      for (const body of last) await handler(JSON.parse(body));
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1e6 / last.length;
    },
    reset() {
      bodies = [];
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
